// Put into a page before its own code: notes when what a visitor sees was last painted, what was typed or let go when,
// which tasks were long, and the WebAssembly's memory.
(() => {
  const watch = { painted: 0, changed: 0, first: 0, list: 0, map: 0, acted: 0, next: 0, long: [], memory: null };
  globalThis.marchmapWatch = watch;
  const isThere = (selector) => document.querySelector(selector) !== null;
  const after = new MessageChannel();
  let waiting = false;
  // The first message after a frame's callbacks comes when the frame is painted.
  after.port1.onmessage = () => {
    waiting = false;
    watch.painted = performance.now();
    if (watch.acted && !watch.next) watch.next = watch.painted;
    // The first list that a published page has comes before the app's own.
    if (!watch.first && isThere("article[data-event]")) watch.first = watch.painted;
    if (!watch.list && isThere("article[data-event]:not([data-first] *)")) watch.list = watch.painted;
    if (!watch.map && isThere(".world-map [data-cluster], .world-map [data-event]")) watch.map = watch.painted;
  };
  const changed = () => {
    watch.changed = performance.now();
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => after.port2.postMessage(0));
  };
  new MutationObserver(changed).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  if (PerformanceObserver.supportedEntryTypes.includes("longtask")) {
    const note = (list) => watch.long.push(...list.getEntries().map(({ startTime, duration }) => [startTime, duration]));
    new PerformanceObserver(note).observe({ type: "longtask", buffered: true });
  }
  for (const kind of ["keydown", "mouseup"]) addEventListener(kind, (event) => Object.assign(watch, { acted: event.timeStamp, next: 0 }), true);
  // Tells when nothing has changed for a while.
  watch.quiet = (done) => {
    const look = () => {
      const still = !waiting && performance.now() - Math.max(watch.changed, watch.painted) > 250;
      still ? done([watch.next || watch.painted, watch.painted].map((time) => time - watch.acted)) : setTimeout(look, 25);
    };
    look();
  };
  // Counts the time between frames, until asked to stop.
  watch.frames = () => {
    const times = [];
    let going = true;
    const frame = (time) => {
      times.push(time);
      if (going) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    watch.stop = () => {
      going = false;
      return times.slice(1).map((time, at) => time - times[at]);
    };
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await own.apply(WebAssembly, given);
      watch.memory ??= (made.instance ?? made).exports.memory ?? null;
      return made;
    };
  }
})();
