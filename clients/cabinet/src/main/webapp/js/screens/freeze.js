import { call, get } from "../api.js";
import { day, isNegative, isZero, lastDay, money } from "../format.js";
import { field, refusal, submit, useForm } from "../forms.js";
import { plural, t } from "../i18n.js";
import { icon } from "../icons.js";
import { useLoad } from "../load.js";
import { card, page, pairs, shown, sum } from "../ui.js";
import { h, ref } from "../vue.js";

const DAY = { type: "date" };

const price = (amount, currency) => isZero(amount) ? t("freeze.free") : money(amount, currency);

const terms = offer => pairs([
  [t("freeze.length"), t("freeze.length-value", offer.minDays, offer.maxDays)],
  [t("freeze.free-left"), plural("freeze.days", offer.freeDaysLeft)],
  [t("freeze.day-fee"), price(offer.dayFee, offer.currency)],
  [t("freeze.activation"), price(offer.activationFee, offer.currency)],
]);

/** What it comes to, to the kopeck: each line with its explanation, and the difference. */
function preview(found) {
  return h("div", { id: "preview", role: "status" }, [
    pairs([
      [t("freeze.service-again"), day(found.freeze.until)],
      [t("freeze.free-until"), found.freeze.freeUntil > found.freeze.from && day(lastDay(found.freeze.freeUntil))],
      [t(isNegative(found.total) ? "freeze.less" : "freeze.more"), money(found.total.replace("-", ""), found.currency)],
    ]),
    h("ul", { class: "rows" }, found.lines.map((line, n) => h("li", { key: n }, h("div", { class: "row" }, [
      h("span", { class: "what" }, h("span", { class: "below" }, line.explanation)),
      h("span", { class: "right" }, sum(line.amount, found.currency)),
    ])))),
  ]);
}

function current(freeze, end) {
  const planned = freeze.status === "planned";
  return h("form", { class: "form", onSubmit: end.submit }, [
    refusal(end),
    h("div", { class: "note", role: "status" }, [icon("service"), h("div", [
      h("strong", t(planned ? "freeze.planned" : "freeze.lasts", day(freeze.from), day(lastDay(freeze.until)))),
      h("p", t("freeze.ends-itself", day(freeze.until))),
    ])]),
    submit(end, planned ? "freeze.take-back" : "freeze.end"),
  ]);
}

export const freezeScreen = {
  props: ["id"],
  setup(props) {
    const path = `/services/${props.id}/freeze`;
    const offer = useLoad(() => get(path));
    const found = ref(null);
    const wish = () => ({ from: form.values.from, ...(form.values.until && { until: form.values.until }) });
    const form = useForm({ from: "", until: "" }, () => form.values.until ? ["from", "until"] : ["from"], async () => {
      const body = wish();
      if (found.value?.wish === JSON.stringify(body)) {
        await call("POST", path, body);
        found.value = null;
        await offer.load();
      } else {
        found.value = { wish: JSON.stringify(body), ...await call("POST", path + "/preview", body) };
      }
    });
    const end = useForm({}, () => [], async () => {
      await call("POST", `/services/${props.id}/unfreeze`, {});
      await offer.load();
    });
    const seen = () => found.value && found.value.wish === JSON.stringify(wish());
    const full = data => {
      if (data.current) return current(data.current, end);
      if (!data.allowed) return h("div", { class: "note warn", role: "status" }, [icon("warn"), h("div", [h("strong", data.reason), data.availableFrom && h("p", t("promise.from", day(data.availableFrom)))])]);
      return h("form", { class: "form", novalidate: true, onSubmit: form.submit }, [
        refusal(form),
        terms(data),
        field(form, "from", t("freeze.from"), { ...DAY, max: data.latestStart }),
        field(form, "until", t("freeze.until"), { ...DAY, required: false }, t("freeze.until-hint", data.maxDays)),
        seen() && preview(found.value),
        submit(form, seen() ? "freeze.go" : "freeze.preview"),
      ]);
    };
    return () => page(t("freeze.title"), [card(null, shown(offer, full))], { back: { path: "/services", title: t("services.title") } });
  },
};
