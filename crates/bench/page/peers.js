// The peers, each used as its own documentation shows it.

import L from "leaflet";
import "leaflet.markercluster";
import MiniSearch from "minisearch";
import Supercluster from "supercluster";

import "leaflet/dist/leaflet.css";
import "leaflet.markercluster/dist/MarkerCluster.css";
import { views, WORLD } from "./views.js";

// What the browser itself takes for the file, and what the others need of it.
export const json = {
  parse(given, measure) {
    const file = measure("parse", () => JSON.parse(new TextDecoder().decode(given.bytes)));
    given.events = file.events ?? file.features;
    return given.events.length;
  },

  // As GeoJSON, which is not measured.
  features(given) {
    given.features = given.events.map((event, id) =>
      event.lat === undefined
        ? null
        : { type: "Feature", id, properties: { id }, geometry: { type: "Point", coordinates: [event.lon, event.lat] } });
    return given.features.length;
  },
};

const FIELDS = ["title", "place", "city", "organizers", "tags", "campaign", "kind", "description"];
let search = null;

export const minisearch = {
  index({ events }, measure) {
    search = null;
    const documents = events.map((event, id) => ({ ...event, id }));
    measure("index", () => {
      search = new MiniSearch({ fields: FIELDS, storeFields: ["country"], searchOptions: { prefix: true, combineWith: "AND" } });
      search.addAll(documents);
    });
    return search.documentCount;
  },
};

let placed = null;

const loaded = (features) => new Supercluster({ radius: 60, maxZoom: 16 }).load(features);
const shown = (index, { west, south, east, north, zoom }) => index.getClusters([west, south, east, north], zoom);

export const supercluster = {
  load({ features }, measure) {
    placed = null;
    const points = features.filter(Boolean);
    placed = measure("load", () => loaded(points));
    return points.length;
  },

  // What a page of MiniSearch and supercluster does for another filter.
  filter({ features }, measure, { words, country }) {
    return measure("filter", () => {
      const found = measure("filter: query", () =>
        search.search(words ?? MiniSearch.wildcard, country && { filter: (result) => result.country === country }));
      const points = found.map(({ id }) => features[id]).filter(Boolean);
      const index = measure("filter: reload", () => loaded(points));
      shown(index, WORLD);
      return found.length;
    });
  },

  pan(_, measure) {
    return views.map((view) => measure("pan", () => shown(placed, view)).length);
  },

  // Looks at Europe, drawn whenever the map comes to rest, to be dragged.
  show() {
    mapAt([50, 10], 5);
    const markers = L.layerGroup().addTo(map);
    const draw = () => {
      const bounds = map.getBounds();
      const [west, south, east, north] = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
      markers.clearLayers();
      for (const { geometry: { coordinates: [lon, lat] }, properties } of shown(placed, { west, south, east, north, zoom: map.getZoom() }))
        markers.addLayer(L.marker([lat, lon], { icon: L.divIcon({ html: String(properties.point_count ?? 1) }) }));
    };
    map.on("moveend", draw);
    draw();
    return 0;
  },
};

let map = null;
let group = null;

// A still map, as Marchmap's is where a visitor prefers less motion, which WebDriver's browsers do.
const STILL = { maxZoom: 18, zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false };

const mapAt = (place, zoom) => {
  map?.remove();
  map = L.map("map", STILL).setView(place, zoom);
};

export const markercluster = {
  load({ features }, measure) {
    mapAt([25, 10], 1);
    group = L.markerClusterGroup({ animate: false });
    map.addLayer(group);
    const markers = features.filter(Boolean).map(({ geometry: { coordinates: [lon, lat] } }) => L.marker([lat, lon]));
    measure("load", () => group.addLayers(markers));
    return markers.length;
  },

  pan(_, measure) {
    return views.map(({ lat, lon, zoom }) => {
      measure("pan", () => map.setView([lat, lon], zoom, { animate: false }));
      return 0;
    });
  },

  // Looks at Europe, to be dragged.
  show() {
    map.setView([50, 10], 5);
    return 0;
  },

  // Takes the markers away, so that they are in nobody's way.
  clear() {
    map?.remove();
    map = group = null;
  },
};
