// Passkeys: a form that asks the browser for a credential and hands it in. Without script, or in a browser that knows none, it stays hidden.
(function () {
  "use strict";
  var known = window.PublicKeyCredential;
  if (!known || !known.parseRequestOptionsFromJSON || !known.parseCreationOptionsFromJSON) return;
  document.querySelectorAll("form[data-passkey]").forEach(function (form) {
    var create = form.dataset.passkey === "create", status = form.querySelector("[role=status]"), busy = false;
    form.hidden = false;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      event.stopPropagation();
      if (busy) return;
      busy = true;
      status.textContent = "";
      ask().then(function (credential) {
        form.elements.Credential.value = JSON.stringify(credential.toJSON());
        form.submit();
      }).catch(function () {
        busy = false;
        status.textContent = form.dataset.failed;
      });
    });
    function ask() {
      return fetch(form.dataset.options, { method: "POST", body: new URLSearchParams({ __RequestVerificationToken: form.elements.__RequestVerificationToken.value }) })
        .then(function (answer) {
          if (!answer.ok || answer.redirected) throw new Error(answer.status);
          return answer.json();
        })
        .then(function (options) {
          return create
            ? navigator.credentials.create({ publicKey: known.parseCreationOptionsFromJSON(options) })
            : navigator.credentials.get({ publicKey: known.parseRequestOptionsFromJSON(options) });
        });
    }
  });
})();
