// A kiosk's key: made here by the browser, kept where no script can read it out, used to sign who this device is.
(function () {
  "use strict";
  var form = document.querySelector("form[data-kiosk]"), algorithm = { name: "ECDSA", namedCurve: "P-256" };
  if (!form || !window.crypto || !crypto.subtle || !window.indexedDB) return;
  var status = form.querySelector("[role=status]");
  form.hidden = false;

  function store(mode, use) {
    return new Promise(function (done, failed) {
      var opening = indexedDB.open("kiosk", 1);
      opening.onupgradeneeded = function () { opening.result.createObjectStore("keys"); };
      opening.onerror = failed;
      opening.onsuccess = function () {
        var asked = use(opening.result.transaction("keys", mode).objectStore("keys"));
        asked.onsuccess = function () { done(asked.result); };
        asked.onerror = failed;
      };
    });
  }
  function pair() {
    return store("readonly", function (keys) { return keys.get("own"); }).then(function (own) {
      return own || crypto.subtle.generateKey(algorithm, false, ["sign"]).then(function (made) {
        return store("readwrite", function (keys) { return keys.put(made, "own"); }).then(function () { return made; });
      });
    });
  }
  function base64(bytes) { return btoa(String.fromCharCode.apply(null, new Uint8Array(bytes))); }
  function url(text) { return text.replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, ""); }
  function part(value) { return url(base64(new TextEncoder().encode(JSON.stringify(value)))); }
  function hex(bytes) { return Array.from(new Uint8Array(bytes), function (b) { return b.toString(16).padStart(2, "0"); }).join(""); }

  function assertion(own, open) {
    return crypto.subtle.digest("SHA-256", open).then(function (hash) {
      var now = Math.floor(Date.now() / 1000), me = hex(hash);
      var text = part({ alg: "ES256", typ: "JWT" }) + "." + part({ iss: me, sub: me, aud: form.dataset.kiosk, iat: now, exp: now + 100, jti: hex(crypto.getRandomValues(new Uint8Array(16))) });
      return crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, own.privateKey, new TextEncoder().encode(text)).then(function (signed) { return text + "." + url(base64(signed)); });
    });
  }
  function fail() { status.textContent = form.dataset.failed; }

  pair().then(function (own) {
    return crypto.subtle.exportKey("spki", own.publicKey).then(function (open) {
      form.elements.PublicKey.value = base64(open);
      form.addEventListener("submit", function (event) {
        event.preventDefault();
        event.stopPropagation();
        assertion(own, open).then(function (signed) { form.elements.Assertion.value = signed; form.submit(); }).catch(fail);
      });
    });
  }).catch(fail);
})();
