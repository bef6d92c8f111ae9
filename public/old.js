// Runs only in a browser too old for modules: says so, and that the event file can be read.
document.addEventListener("DOMContentLoaded", function () {
  document.documentElement.setAttribute("data-marchmap", "failed");
  document.getElementById("no-app").hidden = false;
});
