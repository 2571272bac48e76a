import { day, isZero, money } from "../format.js";
import { t, word } from "../i18n.js";
import { useList } from "../load.js";
import { go, route } from "../router.js";
import { badge, card, listed, page, row, sum } from "../ui.js";
import { h, watch } from "../vue.js";

const STATUSES = ["pending", "overdue", "paid", "cancelled"];

export const documentTitle = invoice => t(invoice.kind === "credit-note" ? "invoice.credit-note" : "invoice.numbered", invoice.number);

/** What is still to be paid is only worth a word where it is neither all nor nothing. */
function left(invoice) {
  const partly = !isZero(invoice.outstanding) && invoice.outstanding !== invoice.amount;
  return partly ? " · " + t("invoice.left", money(invoice.outstanding, invoice.currency)) : "";
}

export function invoiceRow(invoice) {
  return row({
    key: invoice.id,
    href: `/invoices/${invoice.id}`,
    title: documentTitle(invoice),
    below: (isZero(invoice.outstanding) ? day(invoice.issuedOn) : t("invoice.pay-until", day(invoice.dueDate))) + left(invoice),
    right: sum(invoice.amount, invoice.currency),
    tag: badge("invoice", invoice.status),
  });
}

export const invoicesScreen = {
  setup() {
    const chosen = () => STATUSES.includes(route.query.get("status")) ? route.query.get("status") : "";
    const list = useList(() => "/billing/invoices" + (chosen() ? `?status=${chosen()}` : ""));
    watch(chosen, () => { list.data = null; list.load(); });
    const choose = event => go("/invoices" + (event.target.value ? `?status=${event.target.value}` : ""));
    return () => page(t("invoices.title"), [
      h("div", { class: "filters" }, [
        h("label", { for: "status" }, t("invoices.status")),
        h("select", { id: "status", value: chosen(), onChange: choose }, [
          h("option", { value: "" }, t("invoices.all")),
          STATUSES.map(status => h("option", { value: status }, word("invoice", status))),
        ]),
      ]),
      card(null, listed(list, invoiceRow, [t(chosen() ? "invoices.none-such" : "invoices.none"), t("invoices.none-text")]), { flush: true }),
    ]);
  },
};
