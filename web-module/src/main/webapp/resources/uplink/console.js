/* The console's own behaviour: theme, menu, search key, loading bar. No inline handlers anywhere. */
(function () {
  "use strict";
  const root = document.documentElement;
  const year = 31536000;

  function remember(name, value) {
    const secure = location.protocol === "https:" ? ";Secure" : "";
    document.cookie = name + "=" + value + ";path=/admin;max-age=" + year + ";SameSite=Lax" + secure;
  }

  function isDark() {
    return root.dataset.theme === "dark" || (root.dataset.theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  }

  function showTheme() {
    document.querySelectorAll("[data-do=theme]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(isDark()));
      button.querySelector(".pi").className = "pi " + (isDark() ? "pi-sun" : "pi-moon");
    });
  }

  const actions = {
    theme: function () {
      root.dataset.theme = isDark() ? "light" : "dark";
      remember("uplink-theme", root.dataset.theme);
      showTheme();
    },
    fold: function (button) {
      const folded = document.body.classList.toggle("folded");
      button.setAttribute("aria-expanded", String(!folded));
      remember("uplink-menu", folded ? "folded" : "open");
    },
    drawer: function () {
      const open = document.body.classList.toggle("drawer-open");
      document.querySelector(".burger").setAttribute("aria-expanded", String(open));
      (open ? document.querySelector(".side a") : document.querySelector(".burger")).focus();
    },
    print: function () { window.print(); }
  };

  document.addEventListener("click", function (event) {
    const button = event.target.closest("[data-do]");
    if (button && actions[button.dataset.do]) {
      actions[button.dataset.do](button);
    }
  });

  /* A file that is too large is refused before it is sent: the server would only say the same, minutes later. */
  function isTooLarge(input) {
    const file = input.files[0];
    const tooLarge = file !== undefined && file.size > Number(input.dataset.largest);
    const field = input.closest(".field");
    field.querySelectorAll(".ui-message-error").forEach(function (said) { said.remove(); });
    if (tooLarge) {
      const said = document.createElement("div");
      said.className = "ui-message ui-message-error";
      said.setAttribute("role", "alert");
      said.textContent = input.dataset.tooLarge;
      field.append(said);
    }
    return tooLarge;
  }

  document.addEventListener("change", function (event) {
    if (event.target.matches("input[type=file][data-largest]")) {
      isTooLarge(event.target);
    }
  });

  document.addEventListener("submit", function (event) {
    const input = event.target.querySelector("input[type=file][data-largest]");
    if (input !== null && isTooLarge(input)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, true);

  document.addEventListener("keydown", function (event) {
    const typing = event.target.matches("input, textarea, select, [contenteditable]");
    const wanted = (event.key === "/" && !typing) || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey));
    const search = document.querySelector(".find input.ui-inputfield");
    if (wanted && search) {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "Escape" && document.body.classList.contains("drawer-open")) {
      actions.drawer();
    }
  });

  /* what is pasted or composed arrives without a key: let the search field take it too */
  document.addEventListener("beforeinput", function (event) {
    if (event.target.closest(".find") && window.PrimeFaces && PrimeFaces.widgets.find) {
      PrimeFaces.widgets.find.suppressInput = false;
    }
  }, true);

  /* The board: a card is dropped on the column of its next state, which opens the link that stands on the card anyway. */
  let dragged = null;

  function nextIn(column) {
    return dragged === null || column === null ? null : dragged.querySelector("a[data-to='" + column.dataset.column + "']");
  }

  function unmark() {
    document.querySelectorAll(".board .takes, .board .over").forEach(function (column) { column.classList.remove("takes", "over"); });
  }

  document.addEventListener("dragstart", function (event) {
    dragged = event.target.closest ? event.target.closest(".board li[draggable]") : null;
    if (dragged !== null) {
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", dragged.querySelector("a").href);
      document.querySelectorAll(".board [data-column]").forEach(function (column) {
        column.classList.toggle("takes", nextIn(column) !== null);
      });
    }
  });

  document.addEventListener("dragover", function (event) {
    const column = event.target.closest("[data-column]");
    const takes = nextIn(column) !== null;
    document.querySelectorAll(".board .over").forEach(function (other) { other.classList.toggle("over", other === column); });
    if (takes) {
      event.preventDefault();
      column.classList.add("over");
    }
  });

  document.addEventListener("drop", function (event) {
    const link = nextIn(event.target.closest("[data-column]"));
    if (link !== null) {
      event.preventDefault();
      link.click();
    }
  });

  document.addEventListener("dragend", function () {
    dragged = null;
    unmark();
  });

  if (window.jQuery) {
    let running = 0;
    jQuery(document).on("pfAjaxSend", function () {
      running++;
      root.classList.add("is-loading");
    }).on("pfAjaxComplete", function () {
      running = Math.max(0, running - 1);
      root.classList.toggle("is-loading", running > 0);
    });
  }
  const here = document.querySelector(".side [aria-current=page]");
  if (here) {
    here.scrollIntoView({ block: "nearest" });
  }
  showTheme();
})();
