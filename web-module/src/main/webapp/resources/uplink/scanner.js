/* Bar codes by the camera, where the browser can read them: each new one becomes a line of the field. A scanner at the
   cable types and presses Enter, and needs none of this. */
(function () {
  "use strict";
  const place = document.getElementById("scan");
  if (place === null || !("BarcodeDetector" in window) || !navigator.mediaDevices) {
    return;
  }
  const pause = 250;
  const button = place.querySelector("[data-scan]");
  const video = place.querySelector("video");
  const said = place.querySelector("[role=status]");
  const detector = new window.BarcodeDetector();
  let stream = null;

  function field() {
    return document.getElementById(place.dataset.into);
  }

  function take(code) {
    const into = field();
    const text = code.trim();
    const lines = into.value.split("\n").map(function (line) { return line.trim(); });
    if (text === "" || lines.includes(text)) {
      return;
    }
    const open = into.value === "" || into.value.endsWith("\n");
    into.value += (open ? "" : "\n") + text + "\n";
    into.scrollTop = into.scrollHeight;
    said.textContent = text;
  }

  function look() {
    if (stream === null) {
      return;
    }
    detector.detect(video).then(function (codes) {
      codes.forEach(function (code) { take(code.rawValue); });
    }).catch(function () { /* no picture yet */ }).then(function () { setTimeout(look, pause); });
  }

  function show(on) {
    button.setAttribute("aria-pressed", String(on));
    video.hidden = !on;
  }

  function stop() {
    stream.getTracks().forEach(function (track) { track.stop(); });
    stream = null;
    video.srcObject = null;
    show(false);
  }

  button.addEventListener("click", function () {
    if (stream !== null) {
      stop();
      return;
    }
    navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).then(function (opened) {
      stream = opened;
      video.srcObject = opened;
      show(true);
      return video.play().then(look);
    }).catch(function (refused) { said.textContent = refused.message; });
  });
  place.hidden = false;
})();
