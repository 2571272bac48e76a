import { icon } from "./icons.js";
import { day, isNegative, money } from "./format.js";
import { t, word } from "./i18n.js";
import { h } from "./vue.js";

const TONES = {
  "invoice.paid": "good", "invoice.pending": "warn", "invoice.overdue": "bad",
  "payment.succeeded": "good", "payment.pending": "info", "payment.created": "info", "payment.unknown": "warn", "payment.failed": "bad",
  "subscription.active": "good", "subscription.suspended": "bad", "subscription.frozen": "info", "subscription.pending": "info",
  "autopay.enabled": "good",
  "termination.requested": "info", "termination.agreed": "warn", "termination.refused": "bad",
  "application.new": "info", "application.feasible": "warn", "application.scheduled": "info", "application.installed": "good", "application.refused": "bad",
  "contract.active": "good", "contract.suspended": "bad", "contract.draft": "info",
};

export function badge(group, code) {
  return h("span", { class: ["badge", TONES[`${group}.${code}`]] }, word(group, code));
}

export function sum(amount, currency, { signed = false, debt = false } = {}) {
  const tone = debt && isNegative(amount) ? "debt" : signed && !isNegative(amount) ? "gain" : null;
  return h("span", { class: ["money", tone] }, money(amount, currency, signed));
}

export const date = iso => h("time", { datetime: iso, class: "nowrap" }, day(iso));

export function page(title, children, { back, badge: beside } = {}) {
  return [
    back && h("a", { class: "back", href: "#" + back.path }, [icon("back"), back.title]),
    h("h1", { tabindex: -1 }, [title, beside]),
    ...children,
  ];
}

export function card(title, children, { flush = false, link } = {}) {
  return h("section", { class: ["card", { flush }] }, [
    title && h("header", [h("h2", title), link && h("a", { href: "#" + link.path }, link.title)]),
    children,
  ]);
}

export function pairs(rows) {
  return h("dl", { class: "pairs" }, rows.filter(row => row && row[1] != null).map(([name, value]) => h("div", [h("dt", name), h("dd", value)])));
}

/** To where one pays: that much, for that invoice or for whatever is due. */
export const payLink = (amount, invoice) => h("p", { class: "pay" }, h("a", { class: "btn primary", id: "pay", href: `#/pay?amount=${amount}` + (invoice ? `&invoice=${invoice}` : "") }, t("pay.go")));

export function skeleton(rows = 3) {
  return h("div", { class: "waiting", role: "status" }, [
    h("span", { class: "sr-only" }, t("loading")),
    ...Array.from({ length: rows }, () => h("div", { class: "skeleton" })),
  ]);
}

export function trouble(error, again) {
  return h("div", { class: "note bad", role: "alert" }, [
    icon("warn"),
    h("div", [
      h("strong", error.status === 0 ? t("error.offline") : error.title ?? t("error.title")),
      h("p", error.message),
      error.requestId && h("p", { class: "muted small break" }, t("error.request", error.requestId)),
      again && h("button", { type: "button", class: "btn", onClick: again }, t("again")),
    ]),
  ]);
}

export function empty(title, text) {
  return h("div", { class: "empty" }, [icon("empty"), h("strong", title), text && h("p", text)]);
}

/** What a request came to: bars while it is the first one, the refusal, or what full() makes of the data. */
export function shown(state, full, rows) {
  if (state.error) return trouble(state.error, state.load);
  if (state.data === null) return skeleton(rows);
  return h("div", { class: "shown", "aria-busy": state.loading }, [full(state.data)]);
}

/** A list with its empty state and the button for more. */
export function listed(list, item, none) {
  return shown(list, data => data.items.length === 0 ? empty(...none) : [
    h("ul", { class: "rows" }, data.items.map(item)),
    list.moreError && trouble(list.moreError),
    data.nextCursor && h("div", { class: "more" }, h("button", { type: "button", class: "btn", disabled: list.growing, onClick: list.more }, t(list.growing ? "loading" : "more"))),
  ], 4);
}

/** A row of a list: what it is on the left, what it comes to on the right; a link where there is more to see. */
export function row({ key, href, title, below, right, tag }) {
  const parts = [
    h("span", { class: "what" }, [h("span", { class: "title" }, title), h("span", { class: "below" }, below)]),
    h("span", { class: "right" }, [right, tag]),
  ];
  return h("li", { key }, href ? h("a", { class: "row", href: "#" + href }, parts) : h("div", { class: "row" }, parts));
}
