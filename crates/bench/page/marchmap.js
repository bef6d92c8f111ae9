// Marchmap: the core in WebAssembly, compiled as the page's is.

import init, { Core } from "./bench.js";
import { views, WORLD } from "./views.js";

const wasm = await init({ module_or_path: "bench_bg.wasm" });
const names = new Intl.DisplayNames(["en"], { type: "region", style: "short", fallback: "none" });
const country = (code) => {
  try {
    return names.of(code);
  } catch {
    return undefined;
  }
};
const FACETS = 8;
let core = null;

const clusters = ({ west, south, east, north, zoom }) => core.clusters(west, south, east, north, zoom);

const filtered = (measure, name, { words, country, when }) => {
  const given = Object.entries({ q: words, country, when }).filter(([, value]) => value !== undefined);
  const query = String(new URLSearchParams(given));
  return measure(name, () => {
    const found = measure(`${name}: list`, () => core.list(query));
    measure(`${name}: counts`, () => {
      for (let facet = 0; facet < FACETS; facet++) core.counts(facet);
    });
    measure(`${name}: timeline`, () => core.timeline());
    measure(`${name}: clusters`, () => clusters(WORLD));
    return found;
  });
};

export const marchmap = {
  // From the response's bytes to the first list and the map's clusters.
  open({ bytes }, measure) {
    core?.free();
    core = null;
    measure("open", () => {
      core = measure("read", () => Core.read(bytes));
      measure("index", () => core.index(country));
      measure("list", () => core.list(""));
      measure("place", () => core.place());
      measure("map", () => clusters(WORLD));
    });
    return { total: core.total(), memory: wasm.memory.buffer.byteLength };
  },

  // What the page makes ready after the list, in short tasks.
  prepare(_, measure) {
    const steps = () => {
      while (measure("step", () => core.prepare()));
    };
    measure("prepare", steps);
    return { memory: wasm.memory.buffer.byteLength };
  },

  // Another filter of what is upcoming, as a visitor finds it: the list, the counts of every facet, the timeline, the clusters.
  filter(_, measure, asked) {
    return filtered(measure, "filter", asked);
  },

  // The same of all events: what the peers, which know no days, do.
  filterAll(_, measure, asked) {
    return filtered(measure, "filter all", { ...asked, when: "all" });
  },

  // The map is moved: the clusters in view.
  pan(_, measure) {
    core.list("when=all");
    return views.map((view) => measure("pan", () => clusters(view)));
  },
};
