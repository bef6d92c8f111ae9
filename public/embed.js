// Marchmap inside another page. Paste this where the map should stand:
//
//   <script async src="https://example.org/marchmap/embed.js" data-query="country=DE"></script>
//
// data-query       what to show: the part of a link after the "?"
// data-lang, data-theme, data-accent, data-view, data-hide
//                  the same as in the query, one by one
// data-title       the frame's name for screen readers; without it, the calendar's title
// data-height      a fixed height in CSS pixels; without it, the frame fits what it shows
// data-max-height  no higher than this, beyond it the frame scrolls; 800 where nothing is said
// data-sandbox     the frame's sandbox, for example "allow-scripts"
// data-allow       what the frame may use, for example "geolocation"
//
// No inline code, no style attribute: a host page's policy needs `script-src` and `frame-src` for
// this script's origin, and nothing else.
(() => {
  "use strict";
  const script = document.currentScript;
  if (!script) {
    console.error("Marchmap: embed.js must be a plain <script src>, not a module.");
    return;
  }
  const wish = script.dataset;

  const address = new URL("./", script.src);
  const query = new URLSearchParams((wish.query || "").replace(/^\?/, ""));
  for (const name of ["lang", "theme", "accent", "view", "hide"]) {
    if (wish[name]) query.set(name, wish[name]);
  }
  query.set("embed", "1");
  address.search = query.toString();

  // A number of CSS pixels, or what stands for it.
  const pixels = (text, otherwise) => {
    const number = parseInt(text, 10);
    return number > 0 ? number : otherwise;
  };
  const fixed = pixels(wish.height, 0);
  const highest = pixels(wish.maxHeight, 800);

  const frame = document.createElement("iframe");
  frame.src = address.href;
  frame.title = wish.title || "Marchmap";
  frame.loading = "lazy";
  frame.referrerPolicy = "no-referrer";
  if (wish.allow) frame.allow = wish.allow;
  if (wish.sandbox) frame.setAttribute("sandbox", wish.sandbox);
  frame.style.display = "block";
  frame.style.width = "100%";
  frame.style.border = "0";
  frame.style.height = (fixed || Math.min(480, highest)) + "px";

  addEventListener("message", (event) => {
    const said = event.data;
    // Each embed hears its own frame only; a sandboxed one has no origin to go by.
    if (event.source !== frame.contentWindow || !said || said.marchmap !== 1) return;
    if (said.type === "resize" && !fixed && typeof said.height === "number" && said.height > 0) {
      frame.style.height = Math.min(Math.ceil(said.height), highest) + "px";
    }
    if (said.type === "ready" && !wish.title && said.title && typeof said.title === "string") {
      frame.title = said.title;
    }
    // For the host page's own scripts: document.addEventListener("marchmap", …).
    frame.dispatchEvent(new CustomEvent("marchmap", { bubbles: true, detail: said }));
  });

  script.after(frame);
})();
