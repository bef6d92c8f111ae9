// Keeps the page for a visitor without a network: the shell first from here, the events first from the host.
//
// `cargo xtask finish` fills in the files of this build, each with what its bytes are checked against.
const BUILD = { version: "", files: [] };

const scope = new URL("./", self.location.href);
// Other calendars may live on the same origin: every name begins with this one's folder.
const prefix = `marchmap ${scope.pathname} `;
const shellName = `${prefix}shell ${BUILD.version}`;
const eventsName = `${prefix}events`;
const page = scope.href;

const shell = new Map(BUILD.files.map(([path, integrity]) => [new URL(path, scope).href, integrity]));

// A file of a build, in a folder named by what is in it.
const BUILT = /\/app-[0-9a-f]{16}\/[^/]+$/;

// What only a closer look at the map asks for: kept from then on.
const ON_REQUEST = /\/basemap\/(cities|finer)\.json$/;

// How long the events may take to arrive before the kept events are shown, in milliseconds.
const PATIENCE = 10_000;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  url.search = url.hash = "";
  if (request.mode === "navigate") {
    if (url.href === page || url.href === `${page}index.html`) event.respondWith(shown(request));
    else if (shell.has(url.href)) event.respondWith(kept(url.href, request));
  } else if (shell.has(url.href)) {
    event.respondWith(kept(url.href, request));
  } else if (BUILT.test(url.pathname)) {
    // A page of the build before goes on with its own files.
    event.respondWith(kept(url.href, request));
  } else if (/\.(geo)?json$/.test(url.pathname)) {
    event.respondWith(events(request, event));
  }
});

// Everything or nothing: what is no part of this build, such as a login page in its place, stops it.
async function install() {
  const cache = await caches.open(shellName);
  const known = new Set((await cache.keys()).map((request) => request.url));
  const needed = [...shell].filter(([url]) => !known.has(url) && !ON_REQUEST.test(url));
  await Promise.all([keepPage(cache), ...needed.map(([url, integrity]) => keepFile(cache, url, integrity))]);
  await firstEvents();
  // Files are named after their content: a page of the version before goes on as it is.
  await self.skipWaiting();
}

async function keepPage(cache) {
  const answer = await fetch(page, { cache: "no-cache" });
  const text = await answer.text();
  if (!answer.ok || !text.includes(`name="marchmap-build" content="${BUILD.version}"`)) throw new Error("another page");
  await cache.put(page, new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8" } }));
}

async function keepFile(cache, url, integrity) {
  const answer = await fetch(url, integrity ? { integrity } : { cache: "no-cache" });
  const html = (answer.headers.get("Content-Type") || "").includes("text/html") && !url.endsWith(".html");
  if (!answer.ok || answer.redirected || html) throw new Error(`not ${url}`);
  await cache.put(url, answer);
}

// The events a first visitor sees are kept too; without them the shell still is.
async function firstEvents() {
  const url = new URL("events.json", scope).href;
  const cache = await caches.open(eventsName);
  try {
    if (await cache.match(url)) return;
    // The page has just asked for them: once is enough.
    await keepEvents(url, await fetch(url, { cache: "force-cache" }));
  } catch {
    // They come with the next visit.
  }
}

async function activate() {
  const shells = (await caches.keys()).filter((name) => name.startsWith(`${prefix}shell `) && name !== shellName);
  // The last one before this stays for pages that are still open.
  for (const name of shells.slice(0, -1)) await caches.delete(name);
  await self.clients.claim();
}

async function shown(request) {
  const cache = await caches.open(shellName);
  return (await cache.match(page)) || fetch(request);
}

async function kept(url, request) {
  const cache = await caches.open(shellName);
  const copy = await cache.match(url);
  if (copy) return copy;
  if (!ON_REQUEST.test(url)) return (await caches.match(url)) || fetch(request);
  // Where it can't be kept it is fetched all the same.
  await keepFile(cache, url, shell.get(url)).catch(() => {});
  return (await cache.match(url)) || fetch(request);
}

// From the host; the last good copy when the host is not reached or answers something else.
async function events(request, event) {
  const cache = await caches.open(eventsName);
  const copy = await cache.match(request.url, { ignoreSearch: true });
  if (!copy) {
    // Nothing to fall back on: the page follows it as it arrives.
    const answer = await fetch(request);
    event.waitUntil(keepEvents(request.url, answer.clone()).catch(() => {}));
    return answer;
  }
  // A download that comes too late is kept for the next time all the same.
  // From the host itself: what the browser has of it says nothing of whether the host is reached.
  const download = fetch(request, { cache: "no-cache" }).then((answer) => keepEvents(request.url, answer));
  event.waitUntil(download.catch(() => {}));
  try {
    return (await inTime(download)) || old(copy, "broken");
  } catch {
    return old(copy, "offline");
  }
}

// Keeps a file that holds events, and gives it back; nothing else replaces the copy at hand.
async function keepEvents(url, answer) {
  if (!answer.ok) return undefined;
  const text = await answer.text();
  if (!holdsEvents(text)) return undefined;
  const headers = { "Content-Type": "application/json", "X-Marchmap-Kept": String(Date.now()) };
  const cache = await caches.open(eventsName);
  await cache.put(url.split(/[?#]/)[0], new Response(text, { headers }));
  return new Response(text, { headers: { "Content-Type": "application/json" } });
}

function holdsEvents(text) {
  try {
    const file = JSON.parse(text.replace(/^\uFEFF/, ""));
    return Array.isArray(file) || Array.isArray(file?.events) || Array.isArray(file?.features);
  } catch {
    return false;
  }
}

// The copy, with the moment it is of and why it is shown, for the page to say.
function old(copy, why) {
  const headers = new Headers(copy.headers);
  headers.set("X-Marchmap-Why", why);
  return new Response(copy.body, { headers });
}

function inTime(download) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("late")), PATIENCE));
  return Promise.race([download, late]);
}
