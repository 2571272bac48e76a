import { get } from "../api.js";
import { useDownload } from "../files.js";
import { moment } from "../format.js";
import { t, word } from "../i18n.js";
import { useLoad } from "../load.js";
import { badge, card, page, pairs, shown, sum } from "../ui.js";
import { h, onUnmounted, watch } from "../vue.js";
import { follow } from "./pay.js";
import { restored } from "./suspended.js";

const PAUSE = 1500;
const isReceived = payment => payment.status === "succeeded" && payment.method !== "balance";
const isOpen = payment => ["created", "pending", "unknown"].includes(payment.status);

function facts(payment) {
  return pairs([
    [t("payment.amount"), h("strong", sum(payment.amount, payment.currency))],
    [t("payment.method"), word("method", payment.method)],
    [t("payment.begun"), moment(payment.createdAt)],
    [t("payment.received"), payment.confirmedAt && moment(payment.confirmedAt)],
    [t("payment.comment"), payment.comment],
  ]);
}

export const paymentScreen = {
  props: { id: { type: String, required: true } },
  setup(props) {
    const payment = useLoad(() => get(`/billing/payments/${props.id}`));
    const paper = useDownload(() => `/billing/payments/${props.id}/pdf`, "application/pdf");
    let timer = null;
    // until it is settled; after a refusal the reader tries again
    watch(() => payment.loading, loading => {
      clearTimeout(timer);
      if (!loading && !payment.error && isOpen(payment.data)) timer = setTimeout(payment.load, PAUSE);
    });
    onUnmounted(() => clearTimeout(timer));
    return () => page(t("payment.title"), [
      shown(payment, data => card(null, [
        h("p", { class: "told", role: "status" }, t(`payment.told.${data.status}`)),
        restored(data),
        facts(data),
        isOpen(data) && data.confirmationUrl && h("p", { class: "pay" }, h("button", { type: "button", class: "btn primary", id: "confirm", onClick: () => follow(data.confirmationUrl) }, t("payment.confirm"))),
        isReceived(data) && h("div", { class: "deeds" }, paper.button("pdf", t("payment.receipt"), "receipt.pdf")),
        paper.trouble(),
        data.invoiceId && h("p", h("a", { href: `#/invoices/${data.invoiceId}` }, t("payment.invoice"))),
      ])),
    ], { back: { path: "/payments", title: t("payments.title") }, badge: payment.data && badge("payment", payment.data.status) });
  },
};
