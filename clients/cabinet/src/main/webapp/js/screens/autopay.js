import { call, get } from "../api.js";
import { day } from "../format.js";
import { field, refusal, submit, useForm } from "../forms.js";
import { t } from "../i18n.js";
import { useLoad } from "../load.js";
import { badge, card, empty, page, pairs, shown, sum } from "../ui.js";
import { h, reactive } from "../vue.js";
import { moneyTabs } from "./payments.js";

const cardName = method => `${method.brand} •••• ${method.last4}`;

/** The last month in which it is good. */
function until(first) {
  const date = new Date(first + "T00:00:00Z");
  date.setUTCDate(0);
  return day(date.toISOString().slice(0, 10));
}

/** Switching on, with the most that may be taken; or another maximum. */
const agreement = {
  props: { autopay: { type: Object, required: true } },
  emits: ["changed"],
  setup(props, { emit }) {
    const form = useForm({ amount: props.autopay.maximum ?? "" }, () => ["amount"], async () => {
      const maximum = form.values.amount.trim().replace(",", ".");
      try {
        await call("PUT", "/billing/autopay", { enabled: true, maximum });
      } catch (problem) {
        // the API calls it maximum, this form amount
        problem.errors = problem.errors.map(error => error.field === "maximum" ? { ...error, field: "amount" } : error);
        throw problem;
      }
      emit("changed");
    });
    return () => h("form", { class: "form", novalidate: true, onSubmit: form.submit }, [
      refusal(form),
      field(form, "amount", t("autopay.maximum"), { inputmode: "decimal", autocomplete: "off" }, t("autopay.maximum-hint")),
      h("p", { class: "muted small" }, t("autopay.consent")),
      submit(form, props.autopay.enabled ? "autopay.change" : "autopay.on"),
    ]);
  },
};

function saved(method) {
  return pairs([
    [t("autopay.card"), h("strong", cardName(method))],
    [t("autopay.expires"), method.expiresOn && until(method.expiresOn)],
  ]);
}

const none = () => [
  empty(t("autopay.none"), t("autopay.none-text")),
  h("p", { class: "pay" }, h("a", { class: "btn primary", id: "save-card", href: "#/pay?save=yes" }, t("autopay.save"))),
];

/** What is collected from which card; switched on and off, and the card forgotten, by its customer. */
export const autopayScreen = {
  setup() {
    const autopay = useLoad(() => get("/billing/autopay"));
    const doing = reactive({ what: null, error: null });
    const act = async (what, work) => {
      doing.what = what;
      doing.error = null;
      try {
        await work();
        await autopay.load();
      } catch (problem) {
        doing.error = problem;
      } finally {
        doing.what = null;
      }
    };
    const button = (id, label, work) => h("button", { type: "button", class: "btn", id, disabled: doing.what !== null, onClick: () => act(id, work) }, t(doing.what === id ? "loading" : label));
    const filled = data => data.method === null ? [data.stopped && h("p", { class: "told" }, t(`autopay.stopped.${data.stopped}`)), none()] : [
      h("p", { class: "told", role: "status" }, data.enabled ? [t("autopay.is-on"), " ", sum(data.maximum, data.currency)] : t(data.stopped ? `autopay.stopped.${data.stopped}` : "autopay.is-off")),
      saved(data.method),
      h(agreement, { key: String(data.enabled), autopay: data, onChanged: autopay.load }),
      doing.error && h("div", { class: "note bad", role: "alert" }, h("p", doing.error.message)),
      h("p", { class: "actions" }, [
        data.enabled && button("off", "autopay.off", () => call("PUT", "/billing/autopay", { enabled: false })),
        button("forget", "autopay.forget", () => call("DELETE", "/billing/autopay/method")),
      ]),
    ];
    return () => page(t("payments.title"), [
      moneyTabs("/autopay"),
      card(t("autopay.title"), shown(autopay, filled)),
    ], { badge: autopay.data && autopay.data.enabled && badge("autopay", "enabled") });
  },
};
