import { t } from "../i18n.js";
import { useList } from "../load.js";
import { badge, card, date, empty, page, pairs, shown } from "../ui.js";
import { h } from "../vue.js";

function contract(one) {
  return h("section", { class: "card", key: one.id }, [
    h("header", [h("h2", t("contracts.numbered", one.number)), badge("contract", one.status)]),
    pairs([
      [t("contracts.signed"), date(one.signedOn)],
      one.closedOn && [t("contracts.closed"), date(one.closedOn)],
      [t("contracts.billing-day"), t("contracts.day", one.billingDay)],
      one.address && [t("contracts.address"), one.address.line],
    ]),
    one.status === "active" && h("p", { class: "pay" }, h("a", { class: "btn", href: `#/contracts/${one.id}/end` }, t(one.closedOn ? "leave.see" : "leave.title"))),
  ]);
}

export const contractsScreen = {
  setup() {
    const list = useList(() => "/me/contracts");
    return () => page(t("contracts.title"), [
      shown(list, data => data.items.length === 0
        ? card(null, empty(t("contracts.none"), t("contracts.none-text")))
        : data.items.map(contract)),
      h("p", { class: "small" }, h("a", { href: "#/erasure", id: "erasure" }, t("erasure.title"))),
    ]);
  },
};
