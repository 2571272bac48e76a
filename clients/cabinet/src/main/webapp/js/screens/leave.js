import { call, get } from "../api.js";
import { day } from "../format.js";
import { field, refusal, useForm } from "../forms.js";
import { t } from "../i18n.js";
import { useLoad } from "../load.js";
import { badge, card, date, page, pairs, shown, skeleton, sum } from "../ui.js";
import { h, reactive } from "../vue.js";
import { deedRefused, useDeed } from "./service.js";

/** By the reader's own clock: it only proposes a day. */
function tomorrow() {
  const date = new Date(Date.now() + 86_400_000);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
}

function finalBill(bill) {
  const owed = bill.balanceAfter.startsWith("-");
  return h("div", { class: "preview", id: "final", role: "status" }, [
    h("h2", t("leave.final", day(bill.on))),
    bill.lines.length > 0 && h("ol", bill.lines.map((line, i) => h("li", { key: i, class: "line-head" }, [h("span", { class: "small" }, line.explanation), sum(line.amount, line.currency)]))),
    h("p", { class: "line-head" }, [h("strong", t(owed ? "leave.owed" : "leave.returned")), h("strong", { id: "after" }, sum(owed ? bill.balanceAfter.slice(1) : bill.balanceAfter, bill.currency))]),
  ]);
}

/** Asks for the end of a contract: the day and why, what will be owed or returned, and only then the word. */
export const leaveScreen = {
  props: { id: { type: String, required: true } },
  setup(props) {
    const base = `/me/contracts/${props.id}/termination`;
    const state = useLoad(() => get(base));
    const seen = reactive({ bill: null, on: null });
    const form = useForm({ on: tomorrow(), reason: "" }, () => ["on", "reason"], async () => {
      const { on, reason } = form.values;
      if (seen.bill && seen.on === on) {
        await call("POST", base, { on, reason });
        Object.assign(seen, { bill: null, on: null });
        await state.load();
      } else {
        Object.assign(seen, { bill: await call("POST", base + "/preview", { on }), on });
      }
    });
    const back = useDeed(async () => {
      await call("DELETE", base);
      await state.load();
    });
    const isShown = () => seen.bill && seen.on === form.values.on;
    const ask = () => card(null, h("form", { class: "form", novalidate: true, onSubmit: form.submit }, [
      refusal(form),
      field(form, "on", t("leave.on"), { type: "date", min: tomorrow() }, t("leave.on-hint")),
      field(form, "reason", t("leave.reason"), { maxlength: 500, autocomplete: "off" }),
      isShown() ? finalBill(seen.bill) : form.busy && skeleton(2),
      h("button", { type: "submit", class: isShown() ? "btn primary" : "btn", id: "go", disabled: form.busy }, t(form.busy ? "loading" : isShown() ? "leave.go" : "leave.look")),
    ]));
    const asked = wish => card(t("leave.asked"), [
      deedRefused(back),
      pairs([
        [t("leave.on"), date(wish.on)],
        [t("leave.reason"), wish.reason],
        wish.equipment && [t("leave.equipment"), wish.equipment],
        wish.answer && [t("leave.answer"), wish.answer],
      ]),
      wish.status === "requested" && h("p", { class: "pay" }, h("button", { type: "button", class: "btn", id: "take-back", disabled: back.busy, onClick: () => back.go() }, t("leave.take-back"))),
    ]);
    const full = ({ termination }) => [
      termination && asked(termination),
      (!termination || ["refused", "withdrawn"].includes(termination.status)) && ask(),
    ];
    return () => page(t("leave.title"), [shown(state, full, 3)], {
      back: { path: "/contracts", title: t("contracts.title") },
      badge: state.data?.termination && badge("termination", state.data.termination.status),
    });
  },
};
