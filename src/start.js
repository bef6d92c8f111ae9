// Starts the app, and what goes on beside it. `cargo xtask finish` bundles it with wasm-bindgen's JavaScript, `marchmap`.

const root = document.documentElement;
const query = new URLSearchParams(location.search);

// The policy in index.html does not tell hosts apart: 'self' is nobody to WebKit in a frame with
// `sandbox="allow-scripts"`. From here on, before anything of a calendar can be there, it is the page's own host alone.
// Browsers obey every policy a page has had. Only pictures may come from more: the calendar will say from where.
// A policy cannot have the name of every host: no address of IPv6, no name that ends in a full stop.
const isName = /^[a-z\d-]+(\.[a-z\d-]+)*$/.test(location.hostname);
const wide = document.querySelector("meta[http-equiv=Content-Security-Policy]");
const narrow = wide.cloneNode();
narrow.content = wide.content
  .replaceAll("'self' http:", isName ? location.origin : "'self'")
  .replace("https:", `https: ${location.protocol}`);
document.head.append(narrow);

// What the link asks for is there before the app is.
const theme = query.get("theme");
if (theme === "light" || theme === "dark") root.dataset.theme = theme;

// Whether this is a release, which the service worker keeps; not while the page is worked on.
const released = document.querySelector("meta[name=marchmap-build]") !== null;

// Browsers fetch nothing relative to an address with a user's name and password, but remember both.
const address = new URL(document.baseURI);
if (address.username || address.password) {
  address.username = address.password = "";
  location.replace(address);
} else {
  start().then(beside, refused);
}

async function start() {
  await inline();
  const app = await import("marchmap");
  await app.default();
}

// A release has the style sheet and the script of the first list in the page. Where the host's own policy forbids that, they
// come as files.
async function inline() {
  if (document.querySelector("head > style")?.sheet === null) link("stylesheet", new URL("./app.css", import.meta.url));
  // Without it the list is looked at once the app is there.
  if (root.dataset.firstList === undefined) await import(new URL("./first.js", import.meta.url)).catch(() => {});
}

// No WebAssembly, or half of the app did not arrive: the visitor gets a message instead of waiting.
function refused(error) {
  const note = document.getElementById("no-app");
  root.dataset.marchmap = "failed";
  if (note) note.hidden = false;
  // In the visitor's language, if that arrives.
  document.head.append(Object.assign(document.createElement("script"), { src: "no-app.js" }));
  console.warn(error);
}

function beside() {
  // How the parts look that come after the list: asked for with their code, and long there before it.
  whenReady(() => link("stylesheet", new URL("./later.css", import.meta.url)));
  const keeps = released && window === window.top && query.get("embed") !== "1";
  root.dataset.kept = keeps ? "coming" : "no";
  if (keeps) whenReady(keep);
}

function whenReady(act) {
  const ready = () => root.dataset.marchmap === "ready";
  if (ready()) return act();
  const observer = new MutationObserver(() => {
    if (!ready()) return;
    observer.disconnect();
    act();
  });
  observer.observe(root, { attributes: true, attributeFilter: ["data-marchmap"] });
}

function link(rel, href) {
  document.head.append(Object.assign(document.createElement("link"), { rel, href }));
}

// The service worker answers for the files of the page without a network (docs/offline.md). Where storage is denied there is none.
async function keep() {
  // What a phone needs to install the page comes after the list, too.
  link("manifest", "./manifest.webmanifest");
  try {
    const registration = await navigator.serviceWorker.register("./sw.js");
    const worker = registration.installing || registration.waiting || registration.active;
    const settle = () => {
      if (worker.state === "activated") root.dataset.kept = "yes";
      if (worker.state === "redundant") root.dataset.kept = "no";
    };
    worker.addEventListener("statechange", settle);
    settle();
  } catch {
    // The page works as before, with a network.
    root.dataset.kept = "no";
  }
}
