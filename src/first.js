// The list that is in the page before the app is there: what no longer fits is hidden before it is painted. And a word where the
// app does not come.
(function () {
  "use strict";
  var root = document.documentElement;
  // `start.js` asks whether this ran.
  root.dataset.firstList = "looked-at";

  // The app's script does not arrive, or under a media type that browsers take no module of.
  function refused(event) {
    if (event.target.type !== "module") return;
    var script = document.createElement("script");
    script.src = "no-app.js";
    document.head.appendChild(script);
  }
  document.addEventListener("error", refused, true);

  // A page from the service worker's cache may be older than the calendar; the app is there at once.
  // Some browsers have no service workers, or say so with `undefined`.
  var isCached = navigator.serviceWorker && navigator.serviceWorker.controller;
  var asked = new URLSearchParams(location.search);
  var isOther = Array.from(asked.keys()).some(function (key) {
    return !/^(lang|theme|accent|embed)$/.test(key);
  });

  function hasLanguage(list) {
    var wanted = [asked.get("lang") || ""].concat(navigator.languages || [navigator.language]);
    var own = list.dataset.first;
    var offered = list.dataset.languages.split(" ");
    var first = wanted
      .map(function (tag) {
        return tag.toLowerCase().split(/[-_]/)[0];
      })
      .find(function (code) {
        return offered.indexOf(code) >= 0;
      });
    return !first || first === own;
  }

  // The visitor's date, as the days of the list are written.
  function today() {
    var now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map(function (part) {
        return part < 10 ? "0" + part : part;
      })
      .join("-");
  }

  function look() {
    var list = document.querySelector("[data-first]");
    if (!list) return;
    if (isCached || isOther || !hasLanguage(list)) list.hidden = true;
    var now = Date.now() / 1000;
    list.querySelectorAll("[data-over]").forEach(function (card) {
      if (Number(card.dataset.over) <= now) card.parentNode.hidden = true;
    });
    list.querySelectorAll(".day").forEach(function (day) {
      if (!day.querySelector("li:not([hidden])")) day.hidden = true;
      // It counts what was not over when the page was made.
      if (day.querySelector("li[hidden]")) day.querySelector(".count").hidden = true;
    });
    // The app says here how many events ended earlier today.
    var ended = list.querySelector(".ended");
    // The parser may not have come to it yet.
    if (ended && (ended.dataset.ended === today() || list.querySelector('[data-day="' + today() + '"] li[hidden]'))) {
      ended.hidden = false;
    }
    if (!list.querySelector(".day:not([hidden])")) list.hidden = true;
  }

  // The parser adds the list piece by piece; each is looked at before the browser paints it.
  var observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", function () {
    observer.disconnect();
    look();
  });
})();
