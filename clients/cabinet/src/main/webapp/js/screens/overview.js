import { get } from "../api.js";
import { day, isNegative, isZero, money } from "../format.js";
import { plural, t } from "../i18n.js";
import { useLoad, usePart } from "../load.js";
import { card, empty, page, payLink, shown, sum } from "../ui.js";
import { h } from "../vue.js";
import { invoiceRow } from "./invoices.js";
import { outageNote } from "./outage.js";
import { serviceRow } from "./services.js";
import { suspended, suspendedOf } from "./suspended.js";

/** Null when nothing is going to be charged, or nobody could say. */
function upcoming(next) {
  return next && !isNegative(next.amount) && !isZero(next.amount) && h("div", { class: "figure", id: "next-charge" }, [
    h("span", { class: "name" }, t("overview.next")),
    h("span", { class: "value" }, money(next.amount, next.currency)),
    h("span", { class: "remark" }, t("overview.next-on", day(next.on))),
  ]);
}

function standing(balance, next) {
  const { currency } = balance;
  return h("div", { class: "figures" }, [
    h("div", { class: ["figure", isNegative(balance.balance) ? "bad" : "good"], id: "balance" }, [
      h("span", { class: "name" }, t("overview.balance")),
      h("span", { class: "value" }, money(balance.balance, currency)),
      h("span", { class: "remark" }, t(isNegative(balance.balance) ? "overview.debt" : "overview.no-debt")),
    ]),
    h("div", { class: "figure", id: "due" }, [
      h("span", { class: "name" }, t("overview.due")),
      h("span", { class: "value" }, money(balance.due, currency)),
      h("span", { class: "remark" }, balance.openInvoices === 0 ? t("overview.nothing-due") : [
        plural("overview.invoices", balance.openInvoices),
        balance.nextDueDate && isZero(balance.overdue) && ", " + t("overview.until", day(balance.nextDueDate)),
      ]),
    ]),
    !isZero(balance.overdue) && h("div", { class: "figure bad", id: "overdue" }, [
      h("span", { class: "name" }, t("overview.overdue")),
      h("span", { class: "value" }, sum(balance.overdue, currency)),
      h("span", { class: "remark" }, h("a", { href: "#/promise", id: "promise" }, t("promise.title"))),
    ]),
    upcoming(next),
  ]);
}

export const overviewScreen = {
  setup() {
    const whole = useLoad(() => get("/me/dashboard"));
    const [profile, balance, next, invoices, services, outage] =
      ["profile", "balance", "nextCharge", "openInvoices", "services", "outage"].map(name => usePart(whole, name));
    return () => page(t("overview.title"), [
      profile.data && h("p", { class: "muted lead" }, t("overview.who", profile.data.fullName, profile.data.contractNumber)),
      outageNote(outage.data),
      suspended(services.data),
      shown(balance, data => [standing(data, next.data), !isZero(data.due) && suspendedOf(services.data).length === 0 && payLink(data.due)], 2),
      h("div", { class: "columns" }, [
        card(t("overview.open"), shown(invoices, items => items.length === 0
          ? empty(t("overview.none-open"), t("overview.none-open-text"))
          : h("ul", { class: "rows" }, items.map(invoiceRow))), { flush: true, link: { path: "/invoices", title: t("overview.all") } }),
        card(t("services.title"), shown(services, items => items.length === 0
          ? empty(t("services.none"), t("services.none-text"))
          : h("ul", { class: "rows" }, items.map(serviceRow))), { flush: true, link: { path: "/services", title: t("overview.all") } }),
      ]),
    ]);
  },
};
