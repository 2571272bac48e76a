/* A signature by finger, pen or mouse: what is drawn on the canvas goes along with its form, as a PNG. */
(function () {
  "use strict";
  const thickness = 2.5;

  function context(pad) {
    const pen = pad.getContext("2d");
    pen.lineWidth = thickness;
    pen.lineCap = "round";
    pen.strokeStyle = "#141c28";
    return pen;
  }

  function at(pad, event) {
    const box = pad.getBoundingClientRect();
    return [(event.clientX - box.left) * pad.width / box.width, (event.clientY - box.top) * pad.height / box.height];
  }

  function keep(pad) {
    document.getElementById(pad.dataset.into).value = pad.toDataURL("image/png");
  }

  document.addEventListener("pointerdown", function (event) {
    if (event.target.matches("canvas.pad")) {
      const pad = event.target;
      const pen = context(pad);
      const start = at(pad, event);
      pad.setPointerCapture(event.pointerId);
      pad.dataset.drawing = "true";
      pen.beginPath();
      pen.moveTo(start[0], start[1]);
      event.preventDefault();
    }
  });

  document.addEventListener("pointermove", function (event) {
    if (event.target.matches("canvas.pad[data-drawing]")) {
      const pen = context(event.target);
      const next = at(event.target, event);
      pen.lineTo(next[0], next[1]);
      pen.stroke();
    }
  });

  ["pointerup", "pointercancel"].forEach(function (end) {
    document.addEventListener(end, function (event) {
      if (event.target.matches("canvas.pad[data-drawing]")) {
        delete event.target.dataset.drawing;
        keep(event.target);
      }
    });
  });

  document.addEventListener("click", function (event) {
    const button = event.target.closest("[data-clear]");
    if (button) {
      const pad = document.getElementById(button.dataset.clear);
      pad.getContext("2d").clearRect(0, 0, pad.width, pad.height);
      document.getElementById(pad.dataset.into).value = "";
    }
  });
})();
