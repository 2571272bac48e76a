import { day, moment } from "../format.js";
import { t, word } from "../i18n.js";
import { useList } from "../load.js";
import { badge, card, listed, page, row, sum } from "../ui.js";
import { h } from "../vue.js";

/** Between what came in, what moved, and what is collected. */
export const moneyTabs = here => h("nav", { class: "tabs", "aria-label": t("payments.tabs") }, ["/payments", "/movements", "/autopay"].map(path =>
  h("a", { href: "#" + path, "aria-current": path === here ? "page" : null }, t(path.slice(1) + ".tab"))));

function payment(one) {
  return row({
    key: one.id,
    href: `/payments/${one.id}`,
    title: word("method", one.method),
    below: moment(one.confirmedAt ?? one.createdAt) + (one.comment ? " · " + one.comment : ""),
    right: sum(one.amount, one.currency),
    tag: badge("payment", one.status),
  });
}

function movement(entry) {
  const about = entry.invoiceNumber ? `${word("transfer", entry.type)} · ${entry.invoiceNumber}` : word("transfer", entry.type);
  return row({
    key: entry.id,
    href: entry.invoiceId && `/invoices/${entry.invoiceId}`,
    title: about,
    below: day(entry.effectiveOn) + (entry.reason ? " · " + entry.reason : ""),
    right: sum(entry.amount, entry.currency, { signed: true }),
  });
}

/** What came in. */
export const paymentsScreen = {
  setup() {
    const list = useList(() => "/billing/payments");
    return () => page(t("payments.title"), [
      moneyTabs("/payments"),
      card(null, listed(list, payment, [t("payments.none"), t("payments.none-text")]), { flush: true }),
    ]);
  },
};

/** Every transfer on the account. */
export const movementsScreen = {
  setup() {
    const list = useList(() => "/billing/transactions");
    return () => page(t("movements.title"), [
      moneyTabs("/movements"),
      card(null, listed(list, movement, [t("movements.none"), t("movements.none-text")]), { flush: true }),
    ]);
  },
};
