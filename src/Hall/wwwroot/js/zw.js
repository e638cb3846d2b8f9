// What script adds: everything works without it.
(function () {
  "use strict";
  // Chosen answers look chosen.
  document.addEventListener("change", function (event) {
    if (event.target.type !== "radio" && event.target.type !== "checkbox") return;
    document.querySelectorAll('input[name="' + CSS.escape(event.target.name) + '"]').forEach(function (input) {
      var option = input.closest(".opt");
      if (option) option.classList.toggle("on", input.checked);
    });
  });
  // The summary of errors is read out first.
  var summary = document.querySelector(".err-sum");
  if (summary) { summary.tabIndex = -1; summary.focus(); }
  // A second press of a button sends nothing twice; the server would not mind either.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    var button = event.submitter;
    if (button && button.dataset.busy) {
      button.setAttribute("aria-live", "polite");
      button.dataset.rest = button.textContent;
      button.textContent = button.dataset.busy;
    }
  });
  var kiosk = document.documentElement.dataset.surface === "kiosk";
  window.addEventListener("pageshow", function (event) {
    if (!event.persisted) return;
    // What the one before left must not come back with the back button.
    if (kiosk) { location.reload(); return; }
    document.querySelectorAll("form[data-sent]").forEach(function (form) { delete form.dataset.sent; });
    document.querySelectorAll("[data-rest]").forEach(function (button) { button.textContent = button.dataset.rest; });
  });
  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
  // A kiosk asks after 60 quiet seconds and is wiped at 90. The server keeps the same time.
  if (kiosk) {
    var ask = document.querySelector("dialog.idle"), last = Date.now(), told = last;
    var here = function () {
      if (ask && ask.open) return;
      last = Date.now();
      if (last - told < 30000) return;
      told = last;
      fetch("/kiosk/alive");
    };
    ["pointerdown", "keydown", "input", "wheel"].forEach(function (kind) { addEventListener(kind, here, { capture: true, passive: true }); });
    if (ask) ask.addEventListener("close", function () { told = 0; here(); });
    setInterval(function () {
      var quiet = (Date.now() - last) / 1000;
      if (quiet < 60) return;
      if (!ask) document.querySelectorAll("form").forEach(function (form) { form.reset(); });
      else if (quiet >= 90) location.replace("/kiosk/end");
      else if (!ask.open) ask.showModal();
    }, 1000);
  }
})();
