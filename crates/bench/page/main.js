// The page of `cargo xtask bench`: one event file, and each contender's work on it as a function that tells its times.
// Whoever measures calls them in turns (`bench.sample`); times are in milliseconds.

import { marchmap } from "./marchmap.js";
import { json, minisearch, supercluster, markercluster } from "./peers.js";
import { views } from "./views.js";

// What all of them are given: the bytes, and for the peers the events parsed from them.
const given = { bytes: null, events: [], features: [] };

const contenders = { json, marchmap, minisearch, supercluster, markercluster };

const bench = {
  // Fetches the file; how many bytes it has.
  async load(file) {
    given.bytes = new Uint8Array(await (await fetch(file)).arrayBuffer());
    return given.bytes.length;
  },

  // Lets a contender do one of its works: `{ name: [milliseconds, …], … }`, and what it found to compare by.
  async sample(contender, work, argument) {
    const times = {};
    const measure = (name, what) => {
      const start = performance.now();
      const result = what();
      (times[name] ??= []).push(performance.now() - start);
      return result;
    };
    const found = await contenders[contender][work](given, measure, argument);
    return { times, found };
  },

  // The views every contender is asked for.
  views,
};

globalThis.bench = bench;
