// Runs where the app cannot, in browsers too old for modules as well: says so in the visitor's language, and that the event
// file can be read.
(function () {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", show);
  else show();

  function show() {
    document.documentElement.setAttribute("data-marchmap", "failed");
    document.getElementById("no-app").hidden = false;
    var asked = /[?&]lang=([a-z]{2,3})\b/.exec(location.search);
    var own = navigator.languages || [navigator.language || "en"];
    translate((asked ? [asked[1]] : []).concat([].slice.call(own)));
  }

  // The first of these languages that the page has; English stands there already.
  function translate(languages) {
    var language = (languages[0] || "en").split("-")[0].toLowerCase();
    if (language === "en") return;
    var request = new XMLHttpRequest();
    request.open("GET", "lang/" + language + ".json");
    request.onload = function () {
      if (request.status === 200) say(language, JSON.parse(request.responseText));
      else translate(languages.slice(1));
    };
    request.send();
  }

  function say(language, texts) {
    var note = document.getElementById("no-app");
    var link = note.querySelector("a");
    var around = texts["failed.no_app"].split("{{file}}");
    var line = document.createElement("p");
    line.lang = language;
    line.dir = "auto";
    link.textContent = texts["failed.event_file"];
    line.appendChild(document.createTextNode(around[0]));
    line.appendChild(link);
    line.appendChild(document.createTextNode(around[1]));
    note.textContent = "";
    note.appendChild(line);
  }
})();
