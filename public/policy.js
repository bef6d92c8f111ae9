// The page's own policy (W3C “Content Security Policy”): own files only, nothing inline, no eval but WebAssembly's.
// Pictures of other hosts are narrowed down to the calendar's own once that is read.
//
// It is the first thing in the page, before anything of a calendar can be there, and written by script because its
// 'self' would be nobody for WebKit in a frame with `sandbox="allow-scripts"`. So the page's host is named instead.
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: https:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];
const policy = document.createElement("meta");
policy.httpEquiv = "Content-Security-Policy";
policy.content = POLICY.join("; ").replaceAll("'self'", location.origin);
document.head.append(policy);
