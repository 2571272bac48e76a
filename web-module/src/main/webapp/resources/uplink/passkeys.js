/* Passkeys: hands the server's question to the authenticator, and its answer back to the form that asked. */
(function () {
  "use strict";

  function bytes(text) {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, function (letter) { return letter.charCodeAt(0); });
  }

  function text(buffer) {
    const letters = Array.from(new Uint8Array(buffer), function (byte) { return String.fromCharCode(byte); });
    return btoa(letters.join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  function descriptors(list) {
    return list.map(function (one) { return { type: one.type, id: bytes(one.id), transports: one.transports }; });
  }

  function create(options) {
    const publicKey = Object.assign({}, options, {
      challenge: bytes(options.challenge),
      user: Object.assign({}, options.user, { id: bytes(options.user.id) }),
      excludeCredentials: descriptors(options.excludeCredentials)
    });
    return navigator.credentials.create({ publicKey: publicKey }).then(function (made) {
      return {
        clientDataJson: text(made.response.clientDataJSON),
        attestationObject: text(made.response.attestationObject),
        transports: made.response.getTransports ? made.response.getTransports() : []
      };
    });
  }

  function get(options) {
    const publicKey = Object.assign({}, options, {
      challenge: bytes(options.challenge),
      allowCredentials: descriptors(options.allowCredentials)
    });
    return navigator.credentials.get({ publicKey: publicKey }).then(function (proof) {
      const answer = {
        credentialId: text(proof.rawId),
        clientDataJson: text(proof.response.clientDataJSON),
        authenticatorData: text(proof.response.authenticatorData),
        signature: text(proof.response.signature)
      };
      if (proof.response.userHandle) {
        answer.userHandle = text(proof.response.userHandle);
      }
      return answer;
    });
  }

  /* Called when the server has asked: args.options is the question; there is none when it refused. */
  window.UplinkPasskey = {
    ask: function (form, args) {
      const note = document.getElementById(form).querySelector("[data-passkey-note]");
      if (!args || !args.options) {
        return;
      }
      note.textContent = "";
      const options = JSON.parse(args.options);
      const asked = window.PublicKeyCredential ? (options.rp ? create(options) : get(options)) : Promise.reject(new Error("none"));
      asked.then(function (answer) {
        document.getElementById(form + ":answer").value = JSON.stringify(answer);
        document.getElementById(form + ":send").click();
      }, function () {
        note.textContent = note.dataset.passkeyNote;
      });
    }
  };
})();
