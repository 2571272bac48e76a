import { call, get } from "../api.js";
import { field, refusal, submit, useForm } from "../forms.js";
import { t } from "../i18n.js";
import { useLoad } from "../load.js";
import { badge, card, pairs, page, shown } from "../ui.js";
import { h } from "../vue.js";
import { deedRefused, useDeed } from "./service.js";

/** Asks that the personal data be erased, and takes it back while it is not decided. */
export const erasureScreen = {
  setup() {
    const base = "/me/erasure";
    const state = useLoad(() => get(base));
    const form = useForm({ reason: "" }, () => ["reason"], async () => {
      await call("POST", base, { reason: form.values.reason || null });
      await state.load();
    });
    const back = useDeed(async () => {
      await call("DELETE", base);
      await state.load();
    });
    const ask = () => card(null, h("form", { class: "form", novalidate: true, onSubmit: form.submit }, [
      refusal(form),
      h("p", t("erasure.what")),
      field(form, "reason", t("erasure.reason"), { maxlength: 500, autocomplete: "off", required: false }),
      submit(form, "erasure.go"),
    ]));
    const asked = wish => card(t("leave.asked"), [
      deedRefused(back),
      pairs([wish.reason && [t("erasure.reason"), wish.reason], wish.answer && [t("leave.answer"), wish.answer]]),
      wish.status === "requested" && h("p", { class: "pay" }, h("button", { type: "button", class: "btn", id: "take-back", disabled: back.busy, onClick: () => back.go() }, t("leave.take-back"))),
    ]);
    const full = ({ erasure }) => [erasure && asked(erasure), erasure?.status !== "requested" && ask()];
    return () => page(t("erasure.title"), [shown(state, full, 2)], {
      back: { path: "/contracts", title: t("contracts.title") },
      badge: state.data?.erasure && badge("termination", state.data.erasure.status),
    });
  },
};
