import { day, isZero, money } from "../format.js";
import { t, word } from "../i18n.js";
import { icon } from "../icons.js";
import { h } from "../vue.js";
import { serviceName } from "./services.js";

/** What is off because of debt, among somebody's services. */
export const suspendedOf = services => (services ?? []).filter(service => service.suspension);

/** Why a service is off, since when, what brings it back, and the way there; nothing when none is. */
export function suspended(services) {
  const off = suspendedOf(services);
  if (off.length === 0) return null;
  const { since, cause, debt, currency } = off[0].suspension;
  return h("section", { class: "note bad suspended", id: "suspended", "aria-label": t("suspended.title") }, [
    icon("warn"),
    h("div", [
      h("strong", t("suspended.title")),
      h("p", t("suspended.what", off.map(serviceName).join(", "), day(since))),
      h("p", [word("suspended.cause", cause), " ", t("suspended.owed", money(debt, currency))]),
      h("p", { class: "deeds" }, [
        !isZero(debt) && h("a", { class: "btn primary", id: "pay", href: `#/pay?amount=${debt}` }, t("suspended.pay", money(debt, currency))),
        cause === "debt" && h("a", { class: "btn", id: "suspended-promise", href: "#/promise" }, t("promise.title")),
      ]),
    ]),
  ]);
}

/** What a payment has brought back. */
export function restored(payment) {
  return payment.restored.length > 0 && h("section", { class: "note good", id: "restored", role: "status" }, [
    icon("check"),
    h("div", [
      h("strong", t("restored.title")),
      h("ul", payment.restored.map(service => h("li", { key: service.subscriptionId }, h("a", { href: `#/services/${service.subscriptionId}` }, serviceName(service))))),
    ]),
  ]);
}
