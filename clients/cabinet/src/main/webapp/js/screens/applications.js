import { call, get } from "../api.js";
import { day, money } from "../format.js";
import { field, refusal, submit, useForm } from "../forms.js";
import { t } from "../i18n.js";
import { useList, useLoad } from "../load.js";
import { badge, card, listed, page, row } from "../ui.js";
import { h } from "../vue.js";

const hours = clock => clock.slice(0, 5);

/** What there is to know of an application beside its state: when the crew comes, or why it was refused. */
function told(application) {
  if (application.reason) return application.awaitsCoverage ? `${application.reason} ${t("applications.waits")}` : application.reason;
  if (application.visitOn) return t("applications.visit", day(application.visitOn), hours(application.visitFrom), hours(application.visitTo));
  return application.comment;
}

function applicationRow(application) {
  return row({
    key: application.id,
    title: application.address,
    below: [application.number, application.tariff, told(application)].filter(Boolean).join(" · "),
    right: day(application.createdAt.slice(0, 10)),
    tag: badge("application", application.status),
  });
}

function tariffChoice(form, tariffs) {
  const offers = (tariffs.data?.items ?? []).filter(offer => !offer.addon);
  return h("div", { class: "field", key: "tariff" }, [
    h("label", { for: "tariff" }, t("applications.tariff")),
    h("select", { id: "tariff", name: "tariff", value: form.values.tariffId, onChange: event => { form.values.tariffId = event.target.value; } }, [
      h("option", { value: "" }, t("applications.any")),
      ...offers.map(offer => h("option", { value: offer.id, key: offer.id }, `${offer.name} · ${money(offer.price, offer.currency)}`)),
    ]),
  ]);
}

/** What the customer has asked to be connected, and the form for another address. */
export const applicationsScreen = {
  setup() {
    const list = useList(() => "/services/applications");
    const tariffs = useLoad(() => get("/billing/tariffs"));
    const form = useForm({ address: "", comment: "", tariffId: "" }, () => ["address"], async () => {
      const { address, comment, tariffId } = form.values;
      await call("POST", "/services/applications", { address, comment: comment || null, tariffId: tariffId || null });
      Object.assign(form.values, { address: "", comment: "", tariffId: "" });
      await list.load();
    });
    return () => page(t("applications.title"), [
      card(t("applications.ask"), h("form", { class: "form", novalidate: true, onSubmit: form.submit }, [
        refusal(form),
        field(form, "address", t("applications.address"), { maxlength: 500, autocomplete: "street-address" }, t("applications.address-hint")),
        tariffChoice(form, tariffs),
        field(form, "comment", t("applications.comment"), { maxlength: 1000, required: false, autocomplete: "off" }),
        submit(form, "applications.go"),
      ])),
      card(t("applications.mine"), listed(list, applicationRow, [t("applications.none"), t("applications.none-text")]), { flush: true }),
    ], { back: { path: "/services", title: t("services.title") } });
  },
};
