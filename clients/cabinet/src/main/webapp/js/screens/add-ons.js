import { call, get } from "../api.js";
import { money } from "../format.js";
import { t, word } from "../i18n.js";
import { useLoad } from "../load.js";
import { card, empty, shown, skeleton } from "../ui.js";
import { h, reactive } from "../vue.js";
import { deedRefused, useDeed } from "./service.js";
import { serviceRow } from "./services.js";
import { preview } from "./tariff.js";

/** A press on what is offered shows the exact money, a second one agrees to it. */
export function useAddOns(id, changed) {
  const base = `/services/${id}/add-ons`;
  const offers = useLoad(async () => (await get(base)).items);
  const chosen = reactive({ offer: null, preview: null });
  const looking = useDeed(async () => {
    const { offer } = chosen;
    const seen = await call("POST", base + "/preview", { tariffId: offer.tariffId });
    if (offer === chosen.offer) chosen.preview = seen;
  });
  const look = offer => {
    Object.assign(chosen, { offer, preview: null });
    looking.go();
  };
  const agree = useDeed(async () => {
    await call("POST", base, { tariffId: chosen.offer.tariffId });
    Object.assign(chosen, { offer: null, preview: null });
    await Promise.all([offers.load(), changed()]);
  });
  const offered = offer => h("li", { key: offer.tariffId, class: "option" }, [
    h("button", { type: "button", class: "row", "aria-expanded": chosen.offer === offer, onClick: () => look(offer) }, [
      h("span", { class: "what" }, h("span", { class: "title" }, offer.name)),
      h("span", { class: "right" }, t("services.price", money(offer.price, offer.currency), word("period", offer.period))),
    ]),
    chosen.offer === offer && h("div", { class: "details" }, [
      deedRefused(looking), deedRefused(agree),
      chosen.preview ? [preview(chosen.preview), h("button", { type: "button", class: "btn primary", id: "take", disabled: agree.busy, onClick: () => agree.go() }, t(agree.busy ? "loading" : "addons.take"))] : !looking.error && skeleton(2),
    ]),
  ]);
  const filled = items => items.length === 0 ? empty(t("addons.none-left")) : h("ul", { class: "rows", id: "offers" }, items.map(offered));
  return { card: () => card(t("addons.offers"), shown(offers, filled, 2), { flush: true }) };
}

/** What is taken already: each leads to its own page, where it can be ended. */
export const takenAddOns = taken => taken.length > 0 && card(t("addons.title"), h("ul", { class: "rows", id: "addons" }, taken.map(serviceRow)), { flush: true });

/** Ends an add-on: the money first, then the word. */
export function useEnd(id, changed) {
  const chosen = reactive({ open: false, when: "next-period", preview: null });
  const looking = useDeed(async () => {
    const { when } = chosen;
    const seen = await call("POST", `/services/${id}/end/preview`, { when });
    if (when === chosen.when) chosen.preview = seen;
  });
  const look = when => {
    Object.assign(chosen, { open: true, when, preview: null });
    looking.go();
  };
  const agree = useDeed(async () => {
    await call("POST", `/services/${id}/end`, { when: chosen.when });
    chosen.open = false;
    await changed();
  });
  const keep = useDeed(async () => {
    await call("DELETE", `/services/${id}/end`);
    await changed();
  });
  const way = (when, label) => h("label", { key: when }, [
    h("input", { type: "radio", name: "end", value: when, checked: chosen.when === when, onChange: () => look(when) }),
    h("span", label),
  ]);
  return {
    keep,
    card: one => one.endedOn === null && card(null, chosen.open
      ? [
        h("fieldset", { class: "choice" }, [h("legend", t("addons.end-when")), way("next-period", t("addons.end-period")), way("now", t("addons.end-now"))]),
        deedRefused(looking), deedRefused(agree),
        chosen.preview ? [preview(chosen.preview), h("button", { type: "button", class: "btn primary", id: "end-go", disabled: agree.busy, onClick: () => agree.go() }, t("addons.end"))] : !looking.error && skeleton(2),
      ]
      : h("button", { type: "button", class: "btn", id: "end", onClick: () => look("next-period") }, t("addons.end"))),
  };
}
