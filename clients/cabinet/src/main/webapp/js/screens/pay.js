import { call, get } from "../api.js";
import { isZero } from "../format.js";
import { field, refusal, submit, useForm } from "../forms.js";
import { t, word } from "../i18n.js";
import { useKey } from "../key.js";
import { useLoad } from "../load.js";
import { go, route } from "../router.js";
import { card, empty, page, shown } from "../ui.js";
import { h } from "../vue.js";

/** Only what leads to a web page is followed. */
export function follow(address) {
  if (/^https?:\/\//.test(address)) location.assign(address);
}

function ways(form, methods) {
  return h("fieldset", { class: "choice" }, [
    h("legend", t("pay.method")),
    methods.map(method => h("label", { key: method }, [
      h("input", { type: "radio", name: "method", value: method, checked: form.values.method === method, onChange: () => { form.values.method = method; } }),
      h("span", word("method", method)),
    ])),
  ]);
}

/** The card is saved where the payer pays with it, and only when it was ticked. */
function saving(form) {
  return form.values.method === "card" && h("label", { class: "check" }, [
    h("input", { type: "checkbox", name: "save", id: "save", checked: form.values.save, onChange: event => { form.values.save = event.target.checked; } }),
    h("span", t("pay.save")),
  ]);
}

export const payScreen = {
  setup() {
    const offered = useLoad(async () => (await get("/billing/pay")).methods.filter(method => method !== "balance"));
    const invoice = route.query.get("invoice");
    const keyOf = useKey();
    const form = useForm({ amount: route.query.get("amount") ?? "", method: "card", save: route.query.get("save") === "yes" }, () => ["amount"], async () => {
      const body = {
        ...(invoice && { invoiceId: invoice }),
        amount: form.values.amount.trim().replace(",", "."),
        method: form.values.method,
        ...(form.values.save && form.values.method === "card" && { saveMethod: true }),
        returnUrl: location.origin + location.pathname + "#/payments/{id}",
      };
      const started = await call("POST", "/billing/pay", body, { "Idempotency-Key": keyOf(body) });
      if (started.confirmationUrl) follow(started.confirmationUrl);
      else go("/payments/" + started.id);
    });
    const filled = methods => methods.length === 0 ? empty(t("pay.none"), t("pay.none-text")) : h("form", { class: "form", novalidate: true, onSubmit: form.submit }, [
      refusal(form),
      field(form, "amount", t("pay.amount"), { inputmode: "decimal", autocomplete: "off" }, isZero(form.values.amount) ? null : t("pay.hint")),
      ways(form, methods),
      saving(form),
      submit(form, "pay.go"),
    ]);
    return () => page(t("pay.title"), [card(null, shown(offered, filled))], {
      back: invoice ? { path: `/invoices/${invoice}`, title: t("invoice.title") } : { path: "/", title: t("overview.title") },
    });
  },
};
