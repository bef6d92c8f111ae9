// Any bytes, taken for a PMTiles archive: the page's reader, npm's `pmtiles`, gives a tile or an error.

import assert from "node:assert";
import fc from "fast-check";
import { PMTiles } from "pmtiles";
import { run } from "../runs.mjs";

// The most memory for one archive of some hundred bytes.
const MEMORY = 256 << 20;

// The header of version 3: eleven numbers of 64 bits (offsets, lengths, counts), then a byte each for clustered, the two
// compressions, the kind of tile and the zooms.
const number = fc.oneof(
  fc.bigInt({ min: 0n, max: 500n }),
  fc.constantFrom(127n, 1n << 31n, 1n << 32n, 1n << 53n, (1n << 64n) - 1n),
);
const numbers = fc.array(number, { minLength: 11, maxLength: 11 });
const bytes = fc.array(fc.nat(6), { minLength: 6, maxLength: 6 });
const rest = fc.uint8Array({ maxLength: 300 });
const archive = fc.tuple(numbers, bytes, rest).map(([numbers, bytes, rest]) => {
  const file = Buffer.alloc(127 + rest.length);
  file.write("PMTiles\x03", "latin1");
  numbers.forEach((number, at) => file.writeBigUInt64LE(number, 8 + 8 * at));
  file.set(bytes, 96);
  file.set(rest, 127);
  return file;
});
const anything = fc.uint8Array({ maxLength: 400 });
const file = fc.oneof({ weight: 9, arbitrary: archive }, { weight: 1, arbitrary: anything });

// Parts of a file, as the page's own source gives them: one that is not there is an error.
const source = (file) => ({
  getKey: () => "archive",
  getBytes: async (offset, length) => {
    const part = Uint8Array.from(file.slice(offset, offset + length));
    if (part.length === 0) throw new Error("no such part");
    return { data: part.buffer };
  },
});

async function read(file, zoom, column, row) {
  const before = process.memoryUsage.rss();
  try {
    const tiles = new PMTiles(source(file));
    const header = await tiles.getHeader();
    assert(Number.isInteger(header.tileType) && Number.isInteger(header.maxZoom));
    const tile = await tiles.getZxy(zoom, column, row);
    assert(tile === undefined || tile.data instanceof ArrayBuffer);
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error;
    assert(error instanceof Error, `no error: ${error}`);
  }
  assert(process.memoryUsage.rss() - before < MEMORY, "too much memory");
}

await run(fc.asyncProperty(file, fc.nat(3), fc.nat(7), fc.nat(7), read));
