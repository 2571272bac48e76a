import { get } from "../api.js";
import { useDownload } from "../files.js";
import { day, isZero, lastDay, moment, percent } from "../format.js";
import { t, word } from "../i18n.js";
import { useLoad } from "../load.js";
import { badge, card, date, page, pairs, payLink, shown, sum } from "../ui.js";
import { h } from "../vue.js";
import { documentTitle } from "./invoices.js";

/** A fee has one day, a period two. */
function span(line) {
  const last = lastDay(line.to);
  return last <= line.from ? day(line.from) : t("invoice.span", day(line.from), day(last));
}

function item(line, i) {
  return h("li", { key: i, class: "line" }, [
    h("div", { class: "line-head" }, [
      h("strong", line.title),
      sum(line.amount, line.currency),
    ]),
    h("p", { class: "muted small" }, [word("line", line.kind), " · ", span(line), " · ", isZero(line.taxRate) ? t("invoice.untaxed") : t("invoice.taxed", percent(line.taxRate))]),
    h("p", { class: "explanation" }, line.explanation),
  ]);
}

function facts(invoice) {
  const { currency } = invoice;
  return pairs([
    [t("invoice.amount"), h("strong", sum(invoice.amount, currency))],
    [t("invoice.tax"), sum(invoice.tax, currency)],
    [t("invoice.outstanding"), sum(invoice.outstanding, currency)],
    [t("invoice.issued"), date(invoice.issuedOn)],
    [t("invoice.due"), date(invoice.dueDate)],
    [t("invoice.paid"), invoice.paidAt && moment(invoice.paidAt)],
    [t("invoice.customer"), invoice.customerName],
    [t("invoice.contract"), invoice.contractNumber],
  ]);
}

/** For the payer's bank application: the details of the payment in one picture. */
function bankCode(code) {
  return card(t("invoice.qr"), h("figure", { class: "pay-code" }, [
    h("img", { src: `data:image/png;base64,${code.qrPng}`, width: 240, height: 240, alt: t("invoice.qr-picture") }),
    h("figcaption", { class: "muted small" }, t("invoice.qr-hint")),
  ]));
}

const isOpen = invoice => ["pending", "overdue"].includes(invoice.status);

export const invoiceScreen = {
  props: { id: { type: String, required: true } },
  setup(props) {
    const invoice = useLoad(() => get(`/billing/invoices/${props.id}`));
    const code = useLoad(() => get(`/billing/invoices/${props.id}/qr`));
    const paper = useDownload(() => `/billing/invoices/${props.id}/pdf`, "application/pdf");
    const file = invoice => `${invoice.kind}-${invoice.number}.pdf`;
    const back = () => ({ path: "/invoices", title: t("invoices.title") });
    return () => page(invoice.data ? documentTitle(invoice.data) : t("invoice.title"), [
      shown(invoice, data => [
        card(t("invoice.facts"), [facts(data), h("div", { class: "deeds" }, [
          isOpen(data) && payLink(data.outstanding, data.id),
          paper.button("pdf", t("invoice.pdf"), file(data)),
        ]), paper.trouble()]),
        code.data?.available && bankCode(code.data),
        card(t("invoice.lines"), h("ol", { class: "lines" }, data.lines.map(item)), { flush: true }),
      ], 6),
    ], { back: back(), badge: invoice.data && badge("invoice", invoice.data.status) });
  },
};
