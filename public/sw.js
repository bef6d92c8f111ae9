// The service worker: answers for the files of this page from copies on the device, so that the page opens without a
// network. It never sees the events: the page itself keeps a copy of those (docs/offline.md).
//
// `cargo xtask finish` fills in the files of this build, each with its integrity hash, if it has one.
const BUILD = { version: "", files: [] };

const scope = new URL("./", self.location.href);
const page = scope.href;
const files = new Map(BUILD.files.map(([path, integrity]) => [new URL(path, scope).href, integrity]));

// Other calendars and other apps may live on the same origin: the name of every cache begins with this one's folder.
const prefix = `marchmap ${scope.pathname} shell `;
const cacheName = prefix + BUILD.version;

// Files of another build, in a folder named after its content: a page that is still open goes on with its own.
const isBuilt = (url) => url.startsWith(`${page}app-`) && /^[0-9a-f]{16}\/[^/?]+$/.test(url.slice(`${page}app-`.length));
const isPage = (url) => [page, `${page}index.html`].includes(url.split("?")[0]);

// What only a closer look at the map needs, and languages: cached once it is asked for.
const isLazy = (url) => /\/basemap\/(cities|finer)\.json$/.test(url) || languageOf(url) !== undefined;
const languageOf = (url) => /\/(?:lang|places)\/([\w-]+)\.json$/.exec(url)?.[1];

// Whether the site has moved, a promise: found out at each navigation, and once for a page that asks.
let moved;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  if (event.data === "version") event.waitUntil(tellVersion(event.source));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = request.url.split("#")[0];
  if (request.method !== "GET") return;
  if (request.mode === "navigate" && isPage(url)) {
    event.respondWith(answer(page, request));
    moved = hasMoved();
    event.waitUntil(moved);
  } else if (files.has(url) || isBuilt(url)) {
    event.respondWith(answer(url, request));
  }
});

// All files or none: one that is no part of this build, such as a login page in its place, stops the installation. The
// page comes first: where the site has moved, nothing is stored.
async function install() {
  const text = await pageText();
  const cache = await caches.open(cacheName);
  const cached = new Set((await cache.keys()).map((request) => request.url));
  const languages = await wantedLanguages();
  const isNeeded = (url) => !isLazy(url) || languages.has(languageOf(url));
  const needed = [...files.keys()].filter((url) => !cached.has(url) && isNeeded(url));
  await Promise.all(needed.map((url) => addFile(cache, url)));
  await cache.put(page, new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8" } }));
  // The app's files are named after their content: an open page of the version before is not disturbed.
  await self.skipWaiting();
}

// The languages that the visitor prefers, and those that open pages were asked for: these pages had their texts before
// there was a worker.
async function wantedLanguages() {
  const pages = await self.clients.matchAll({ includeUncontrolled: true });
  const asked = pages.map(({ url }) => new URL(url).searchParams.get("lang") || "");
  return new Set([...self.navigator.languages, ...asked].map((tag) => tag.toLowerCase().split("-")[0]));
}

async function pageText() {
  const whole = { cache: "no-cache" };
  let response = await fetch(page, whole);
  // Some hosts know files only, no folders.
  if (!response.ok) response = await fetch(`${page}index.html`, whole);
  const text = await response.text();
  // Another host or folder may serve the same build.
  const isHere = response.ok && isPage(response.url);
  if (!isHere || !text.includes(`name="marchmap-build" content="${BUILD.version}"`)) throw new Error("another page");
  return text;
}

async function addFile(cache, url) {
  const integrity = files.get(url);
  const download = async (mode) => {
    const response = await fetch(url, { integrity, cache: mode });
    if (!isFile(url, response)) throw new Error(`not ${url}`);
    return response;
  };
  // What is checked may come from the browser's cache, unless that has something else: a portal's redirect for good, say.
  const checked = integrity && (await download("default").catch(() => undefined));
  await store(cache, url, checked || (await download("no-cache")));
}

// A broken connection looks like the end of the file to WebKit.
async function store(cache, url, response) {
  if (url.endsWith(".json")) await response.clone().json();
  await cache.put(url, response);
}

function isFile(url, response) {
  const type = response.headers.get("Content-Type") || "";
  return response.status === 200 && !response.redirected && (!type.includes("text/html") || url.endsWith(".html"));
}

async function activate() {
  const older = (await cacheNames()).filter((name) => name !== cacheName);
  // The last one before this stays for pages that are still open. One that was never installed has no page.
  let last;
  for (const name of older) if (await caches.match(page, { cacheName: name })) last = name;
  for (const name of older) if (name !== last) await caches.delete(name);
  await self.clients.claim();
}

async function cacheNames() {
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

// The copy of a file, else the file itself. A storage that is full or refuses changes nothing but that there is no copy.
async function answer(url, request) {
  const copy = await match(url).catch(() => undefined);
  if (copy) return copy;
  const response = await fetch(request);
  if (files.has(url) && isLazy(url) && isFile(url, response)) put(url, response.clone()).catch(() => {});
  return response;
}

async function match(url) {
  for (const name of [cacheName, ...(isBuilt(url) ? await cacheNames() : [])]) {
    const copy = await caches.match(url, { cacheName: name });
    if (copy) return copy;
  }
}

async function put(url, response) {
  await store(await caches.open(cacheName), url, response);
}

// Tells a page the version a reload would show; none when the site has moved and a reload leads to its new address.
// A page asks once it has all its code: one that is still loading gets it from here.
async function tellVersion(client) {
  const tell = (version) => client.postMessage({ marchmap: 1, type: "version", version });
  tell(BUILD.version);
  if (!(await (moved ??= hasMoved()))) return;
  for (const name of await cacheNames()) await caches.delete(name);
  await self.registration.unregister();
  tell("");
}

// A site that has moved answers with a redirect to elsewhere. Without a network nobody knows.
async function hasMoved() {
  const ask = { method: "HEAD", cache: "no-store" };
  const { type } = await fetch(page, { ...ask, redirect: "manual" }).catch(() => ({}));
  if (type !== "opaqueredirect") return false;
  // Some hosts redirect to index.html. A redirect to another origin fails here.
  const there = await fetch(page, ask).catch(() => undefined);
  return !there || !isPage(there.url);
}
