// Runs a property of fast-check as libFuzzer runs a target: for --seconds, or for so many --runs, from --seed or anew. A failure is printed
// with the smallest input that shows it, and with the seed that finds it again.

import { Worker } from "node:worker_threads";
import fc from "fast-check";

// No single input may take longer, in ms.
const SLOWEST = 10_000;

// Ends the process when no further input was begun for that long. The thread that hangs cannot do it itself.
const WATCH = `
  const { workerData: begun } = require("node:worker_threads");
  let last = 0;
  setInterval(() => {
    if (begun[0] === last) {
      require("node:fs").writeSync(2, "input " + last + " does not end\\n");
      process.kill(process.pid, "SIGKILL");
    }
    last = begun[0];
  }, ${SLOWEST});
`;

export async function run(property) {
  const option = (name) => {
    const at = process.argv.indexOf(name);
    return at < 0 ? undefined : Number(process.argv[at + 1]);
  };
  const [runs, seconds] = [option("--runs"), option("--seconds")];
  const limits = { numRuns: runs ?? 2 ** 31 - 1, seed: option("--seed") ?? Date.now() | 0 };
  if (runs === undefined) limits.interruptAfterTimeLimit = (seconds ?? 5) * 1000;
  console.log(`seed ${limits.seed}`);
  const begun = new Int32Array(new SharedArrayBuffer(4));
  property.beforeEach(() => void begun[0]++);
  new Worker(WATCH, { eval: true, workerData: begun }).unref();
  const done = await fc.check(property, limits);
  if (done.failed) {
    console.error(fc.defaultReportMessage(done));
    process.exit(1);
  }
  console.log(`${done.numRuns} runs`);
}
