import { h } from "./vue.js";

const LINES = {
  home: "M4 11l8-7 8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z",
  invoice: "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6",
  payment: "M3 6h18v12H3zM3 10h18M7 15h4",
  service: "M5 12a10 10 0 0 1 14 0M8 15a6 6 0 0 1 8 0M12 19h.01M2 9a14 14 0 0 1 20 0",
  contract: "M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5",
  bell: "M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5L19 19M19 5l-1.5 1.5M6.5 17.5L5 19",
  moon: "M20 14A8 8 0 0 1 10 4a8 8 0 1 0 10 10",
  leave: "M10 4H5v16h5M14 8l4 4-4 4M18 12H9",
  back: "M15 5l-7 7 7 7",
  warn: "M12 3l10 18H2zM12 10v5M12 18h.01",
  download: "M12 4v11M7 11l5 5 5-5M5 20h14",
  check: "M5 12l5 5 9-10",
  empty: "M3 13l3-8h12l3 8v6H3zM3 13h5l2 3h4l2-3h5",
};

/** Decoration: what it stands for is always said in words, too. */
export function icon(name) {
  return h("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" }, [h("path", { d: LINES[name] })]);
}
