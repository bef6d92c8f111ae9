// The page's own policy (W3C “Content Security Policy”): own files only, nothing inline, no eval but WebAssembly's.
// Pictures of other hosts are narrowed down to the calendar's own once that is read.
//
// index.html has it already, but for the host: 'self' is nobody to WebKit in a frame with `sandbox="allow-scripts"`,
// so hosts are not told apart there. This, the first thing in the page, names the page's own. Browsers obey both.
const wide = document.querySelector("meta[http-equiv=Content-Security-Policy]");
const narrow = wide.cloneNode();
narrow.content = wide.content.replaceAll("'self' http:", location.origin);
document.head.append(narrow);
