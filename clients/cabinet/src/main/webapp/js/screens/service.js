import { call, get } from "../api.js";
import { day } from "../format.js";
import { icon } from "../icons.js";
import { t } from "../i18n.js";
import { useLoad } from "../load.js";
import { badge, card, date, empty, page, pairs, shown } from "../ui.js";
import { h, reactive } from "../vue.js";
import { takenAddOns, useAddOns, useEnd } from "./add-ons.js";
import { plannedName, price, serviceName } from "./services.js";
import { suspended } from "./suspended.js";

/** Something that is done with one press: it says what went wrong where it stands. */
export function useDeed(deed) {
  const state = reactive({ busy: false, error: null });
  state.go = async (...given) => {
    state.busy = true;
    state.error = null;
    try {
      await deed(...given);
    } catch (problem) {
      state.error = problem;
    } finally {
      state.busy = false;
    }
  };
  return state;
}

export const deedRefused = deed => deed.error && h("div", { class: "note bad", role: "alert" }, [icon("warn"), h("p", deed.error.errors.map(error => error.message).join(" ") || deed.error.message)]);

/** The service of that id among the customer's own, with what is taken beside it. */
async function ownService(id) {
  const { items } = await get("/services");
  const one = items.find(service => service.id === id);
  return one ? { ...one, addons: items.filter(service => service.addonOf === id && service.status !== "cancelled") } : null;
}

function what(change) {
  return change.tariffId ? t("planned.change", day(change.on), plannedName(change)) : t(`planned.${change.kind}`, day(change.on));
}

export const serviceScreen = {
  props: { id: { type: String, required: true } },
  setup(props) {
    const service = useLoad(() => ownService(props.id));
    const addons = useAddOns(props.id, service.load);
    const end = useEnd(props.id, service.load);
    const withdraw = useDeed(async () => {
      await call("DELETE", `/services/${props.id}/tariff-change`);
      await service.load();
    });
    const plans = one => one.planned.length > 0 && card(t("planned.title"), [
      deedRefused(withdraw), deedRefused(end.keep),
      h("ul", { class: "plans", id: "planned" }, one.planned.map(change => h("li", { key: change.id + change.kind + change.on }, [
        h("span", { class: "grow" }, what(change)),
        change.own && change.kind === "cancel" && one.addonOf && h("button", { type: "button", class: "btn", id: "keep", disabled: end.keep.busy, onClick: () => end.keep.go() }, t("planned.withdraw")),
        change.own && change.tariffId && h("button", { type: "button", class: "btn", id: "withdraw", disabled: withdraw.busy, onClick: () => withdraw.go() }, t("planned.withdraw")),
      ]))),
    ]);
    const full = one => one === null ? card(null, empty(t("service.none"), t("services.none-text"))) : [
      suspended([one]),
      plans(one),
      card(t("service.facts"), [
        pairs([
          [t("service.tariff"), h("strong", serviceName(one))],
          [t("service.price"), price(one)],
          [t("service.since"), date(one.startedOn)],
          one.endedOn && [t("service.until"), date(one.endedOn)],
          one.chargedTo && [t("service.charged-to"), date(one.chargedTo)],
          [t("invoice.contract"), one.contractNumber],
        ]),
        one.addonOf === null && h("p", { class: "pay deeds" }, [
          h("a", { class: "btn primary", id: "change-tariff", href: `#/services/${one.id}/tariff` }, t("change.title")),
          ["active", "frozen"].includes(one.status) && h("a", { class: "btn", id: "freeze", href: `#/services/${one.id}/freeze` }, t("freeze.title")),
        ]),
      ]),
      one.addonOf === null ? [takenAddOns(one.addons), addons.card()] : end.card(one),
    ];
    return () => page(service.data ? serviceName(service.data) : t("service.title"), [shown(service, full, 4)], {
      back: { path: "/services", title: t("services.title") },
      badge: service.data && badge("subscription", service.data.status),
    });
  },
};
