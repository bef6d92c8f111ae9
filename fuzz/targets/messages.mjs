// Any message of a frame to the page around it: `public/embed.js` gives the frame a height within its bounds and a name.

import assert from "node:assert";
import { readFileSync } from "node:fs";
import vm from "node:vm";
import fc from "fast-check";
import { run } from "../runs.mjs";

const HIGHEST = 500;

const frame = {
  style: {},
  contentWindow: {},
  dispatchEvent: () => {},
  // The DOM makes a text of whatever is written to it.
  set title(value) {
    this.name = String(value);
  },
};
let listener;
const page = {
  document: {
    currentScript: {
      src: "https://a.example/embed.js",
      dataset: { maxHeight: String(HIGHEST) },
      after: () => {},
    },
    createElement: () => frame,
  },
  addEventListener: (_, added) => (listener = added),
  CustomEvent: class {},
  URL,
  URLSearchParams,
};
const script = readFileSync(new URL("../../public/embed.js", import.meta.url), "utf8");
vm.runInNewContext(script, page);

// What the structured clone algorithm copies.
const value = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
});
const message = fc.record(
  {
    marchmap: fc.oneof(fc.constant(1), value),
    type: fc.oneof(fc.constantFrom("resize", "ready", "open"), value),
    height: fc.oneof(fc.double(), value),
    title: fc.oneof(fc.string(), value),
  },
  { requiredKeys: [] },
);

function hear(data) {
  listener({ source: frame.contentWindow, data });
  const [, height] = /^(\d+)px$/.exec(frame.style.height) ?? [];
  assert(height > 0 && height <= HIGHEST, `height ${frame.style.height}`);
  assert(typeof frame.name === "string", "no name");
}

await run(fc.property(fc.oneof(value, message), hear));
