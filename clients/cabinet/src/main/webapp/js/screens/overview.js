import { get } from "../api.js";
import { day, isNegative, isZero, money } from "../format.js";
import { plural, t } from "../i18n.js";
import { useLoad } from "../load.js";
import { card, empty, page, shown, sum } from "../ui.js";
import { h } from "../vue.js";
import { invoiceRow } from "./invoices.js";
import { serviceRow } from "./services.js";

/** The open ones: what is overdue first. */
async function openInvoices() {
  const [overdue, pending] = await Promise.all(["overdue", "pending"].map(status => get(`/billing/invoices?limit=5&status=${status}`)));
  return [...overdue.items, ...pending.items];
}

function standing(balance) {
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
      h("span", { class: "remark" }, t("overview.overdue-text")),
    ]),
  ]);
}

export const overviewScreen = {
  setup() {
    const profile = useLoad(() => get("/me"));
    const balance = useLoad(() => get("/billing/balance"));
    const invoices = useLoad(openInvoices);
    const services = useLoad(() => get("/services"));
    const running = data => data.items.filter(service => service.status !== "cancelled");
    return () => page(t("overview.title"), [
      profile.data && h("p", { class: "muted lead" }, t("overview.who", profile.data.fullName, profile.data.contractNumber)),
      shown(balance, standing, 2),
      h("div", { class: "columns" }, [
        card(t("overview.open"), shown(invoices, items => items.length === 0
          ? empty(t("overview.none-open"), t("overview.none-open-text"))
          : h("ul", { class: "rows" }, items.map(invoiceRow))), { flush: true, link: { path: "/invoices", title: t("overview.all") } }),
        card(t("services.title"), shown(services, data => running(data).length === 0
          ? empty(t("services.none"), t("services.none-text"))
          : h("ul", { class: "rows" }, running(data).map(serviceRow))), { flush: true, link: { path: "/services", title: t("overview.all") } }),
      ]),
    ]);
  },
};
