import { useDownloads } from "../files.js";
import { t } from "../i18n.js";
import { useList } from "../load.js";
import { badge, card, date, empty, page, pairs, shown } from "../ui.js";
import { h } from "../vue.js";

function contract(one, files) {
  return h("section", { class: "card", key: one.id }, [
    h("header", [h("h2", t("contracts.numbered", one.number)), badge("contract", one.status)]),
    pairs([
      [t("contracts.signed"), date(one.signedOn)],
      one.closedOn && [t("contracts.closed"), date(one.closedOn)],
      [t("contracts.billing-day"), t("contracts.day", one.billingDay)],
      one.address && [t("contracts.address"), one.address.line],
    ]),
    h("div", { class: "deeds" }, [
      files.button(`pdf-${one.id}`, t("invoice.pdf"), `/me/contracts/${one.id}/pdf`, `contract-${one.number}.pdf`),
      one.status === "active" && h("a", { class: "btn", href: `#/contracts/${one.id}/end` }, t(one.closedOn ? "leave.see" : "leave.title")),
    ]),
  ]);
}

export const contractsScreen = {
  setup() {
    const list = useList(() => "/me/contracts");
    const files = useDownloads("application/pdf");
    return () => page(t("contracts.title"), [
      shown(list, data => data.items.length === 0
        ? card(null, empty(t("contracts.none"), t("contracts.none-text")))
        : [files.trouble(), ...data.items.map(one => contract(one, files))]),
      h("p", { class: "small" }, h("a", { href: "#/documents", id: "documents" }, t("documents.title"))),
      h("p", { class: "small" }, h("a", { href: "#/erasure", id: "erasure" }, t("erasure.title"))),
    ]);
  },
};
