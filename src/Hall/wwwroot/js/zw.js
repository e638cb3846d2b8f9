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
  window.addEventListener("pageshow", function (event) {
    if (!event.persisted) return;
    document.querySelectorAll("form[data-sent]").forEach(function (form) { delete form.dataset.sent; });
    document.querySelectorAll("[data-rest]").forEach(function (button) { button.textContent = button.dataset.rest; });
  });
  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
})();
