// Where the map looks: a walk over the world, the same each time, as boxes with their zoom.

const WIDTH = 860, HEIGHT = 800;

const lon = (x) => x * 360 - 180;
const lat = (y) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;

// A view of the map's size around a point, degrees, at a zoom.
export function view(latitude, longitude, zoom) {
  const world = 256 * 2 ** zoom;
  const sine = Math.sin((latitude * Math.PI) / 180);
  const x = longitude / 360 + 0.5, y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  const [dx, dy] = [WIDTH / world / 2, HEIGHT / world / 2];
  return {
    lat: latitude, lon: longitude, zoom,
    west: lon(Math.max(x - dx, 0)), east: lon(Math.min(x + dx, 1)),
    north: lat(Math.max(y - dy, 0)), south: lat(Math.min(y + dy, 1)),
  };
}

// The whole world.
export const WORLD = view(25, 10, 1);

const CITIES = [[52.52, 13.4], [40.71, -74], [30.06, 31.25], [35.69, 139.69], [-23.55, -46.63], [19.43, -99.13], [28.65, 77.23], [51.51, -0.13]];

// From the world into each city, panning a little at each zoom.
export const views = CITIES.flatMap(([latitude, longitude]) =>
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12].flatMap((zoom) =>
    [0, 0.25, 0.5].map((step) => view(latitude, longitude + (step * 360) / 2 ** zoom, zoom))));
