// What programs of others say of a site that `marchmap site` made: `node site.mjs FOLDER`. Exit status 1 if one objects.
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";

import ICAL from "ical.js";
import { LinkChecker } from "linkinator";
import { mf2 } from "microformats-parser";
import openGraph from "open-graph-scraper";

const folder = process.argv[2];
const all = readdirSync(folder, { recursive: true });
const files = (pattern) => all.filter((file) => pattern.test(file)).map((file) => join(folder, file));
let objections = 0;

function say(checker, of, found) {
  objections += found.length;
  console.log(`${checker}: ${of}, ${found.length} objections`);
  found.slice(0, 20).forEach((one) => console.log(`  ${one}`));
}

async function pages() {
  const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
  const run = promisify(execFile);
  const options = { maxBuffer: 1 << 26 };
  const html = files(/\.html$/);
  const found = await run("java", ["-jar", jar, "--errors-only", "--format", "json", ...html], options).catch((error) => error);
  if (found.code === "ENOENT") return console.log("vnu-jar: Java is not there, the pages are not looked at");
  const { messages } = JSON.parse(found.stderr);
  say("vnu-jar", `${html.length} pages`, messages.map((one) => `${one.url}:${one.lastLine}: ${one.message}`));
}

async function feeds() {
  const found = [];
  let events = 0;
  for (const file of files(/^feeds.[^/]*\.ics$/)) {
    try {
      const calendar = new ICAL.Component(ICAL.parse(await readFile(file, "utf8")));
      for (const component of calendar.getAllSubcomponents("vevent")) {
        const event = new ICAL.Event(component);
        events += 1;
        if (!event.uid || !event.summary || !component.hasProperty("dtstamp")) found.push(`${file}: ${event.uid} lacks a property`);
        if (!(event.endDate.compare(event.startDate) >= 0)) found.push(`${file}: ${event.uid} ends before it begins`);
      }
    } catch (error) {
      found.push(`${file}: ${error.message}`);
    }
  }
  say("ical.js", `${events} events in feeds`, found);
}

async function microformats() {
  const found = [];
  const html = files(/^e.[^/]*.index\.html$/);
  for (const file of html) {
    const { items } = mf2(await readFile(file, "utf8"), { baseUrl: "https://example.org/" });
    const events = items.filter((item) => item.type.includes("h-event"));
    const [event] = events;
    const has = ["name", "url", "uid"].every((name) => event?.properties[name]?.length > 0);
    if (events.length !== 1 || !has) found.push(`${file}: ${events.length} events with name, url and uid`);
  }
  say("microformats-parser", `${html.length} event pages`, found);
}

// What a messenger shows of a link.
async function previews() {
  const found = [];
  const html = files(/(^|[\\/])index\.html$/).filter((file) => !/[\\/](feeds|changes)[\\/]/.test(file));
  for (const file of html) {
    const { error, result } = await openGraph({ html: await readFile(file, "utf8") });
    const [image] = result.ogImage ?? [];
    const missing = ["ogTitle", "ogDescription", "ogUrl", "ogType"].filter((name) => !result[name]);
    const isEvent = /[\\/]e[\\/]/.test(file);
    if (isEvent && !(image?.width > 0 && image?.height > 0)) missing.push("ogImage");
    if (error || missing.length > 0) found.push(`${file}: ${result.error ?? missing}`);
  }
  say("open-graph-scraper", `${html.length} pages`, found);
}

async function links() {
  const checker = new LinkChecker();
  // No other host is asked.
  const skip = async (link) => !/^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(link);
  const result = await checker.check({ path: folder, recurse: true, linksToSkip: skip, concurrency: 20 });
  const broken = result.links.filter((link) => link.state === "BROKEN");
  say("linkinator", `${result.links.length} links`, broken.map((link) => `${link.parent}: ${link.url} (${link.status})`));
}

await feeds();
await microformats();
await previews();
await pages();
await links();
process.exitCode = objections > 0 ? 1 : 0;
