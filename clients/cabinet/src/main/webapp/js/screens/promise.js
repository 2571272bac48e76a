import { call, get } from "../api.js";
import { day, isZero, lastDay, money } from "../format.js";
import { refusal, submit, useForm } from "../forms.js";
import { t } from "../i18n.js";
import { icon } from "../icons.js";
import { useKey } from "../key.js";
import { useLoad } from "../load.js";
import { card, page, pairs, shown } from "../ui.js";
import { h } from "../vue.js";

const note = (tone, text, below) => h("div", { class: ["note", tone], role: "status" }, [icon(tone === "good" ? "service" : "warn"), h("div", [h("strong", text), below && h("p", below)])]);

function lasting(promise) {
  return note("good", t("promise.lasts", day(lastDay(promise.endsOn))), t("promise.lasts-text", money(promise.debt, promise.currency)));
}

function refused(offer) {
  return note("warn", offer.reason, offer.availableFrom && t("promise.from", day(offer.availableFrom)));
}

const terms = offer => pairs([
  [t("promise.debt"), money(offer.debt, offer.currency)],
  [t("promise.until"), offer.endsOn && day(lastDay(offer.endsOn))],
  [t("promise.fee"), isZero(offer.fee) ? t("promise.free") : money(offer.fee, offer.currency)],
]);

export const promiseScreen = {
  setup() {
    const offer = useLoad(() => get("/billing/promised-payment"));
    const keyOf = useKey();
    const form = useForm({}, () => [], async () => {
      await call("POST", "/billing/promised-payment", {}, { "Idempotency-Key": keyOf({ on: offer.data.endsOn }) });
      await offer.load();
    });
    const full = data => {
      if (data.active) return lasting(data.active);
      if (!data.allowed) return refused(data);
      return h("form", { class: "form", novalidate: true, onSubmit: form.submit }, [
        refusal(form),
        h("p", t("promise.text")),
        terms(data),
        submit(form, "promise.go"),
      ]);
    };
    return () => page(t("promise.title"), [card(null, shown(offer, full))], { back: { path: "/", title: t("overview.title") } });
  },
};
