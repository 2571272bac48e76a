import { call, get } from "../api.js";
import { day, money } from "../format.js";
import { t, word } from "../i18n.js";
import { useLoad } from "../load.js";
import { go } from "../router.js";
import { card, empty, page, shown, skeleton, sum } from "../ui.js";
import { h, nextTick, reactive } from "../vue.js";
import { deedRefused, useDeed } from "./service.js";

const speed = kbit => kbit === null ? null : t("change.speed", new Intl.NumberFormat().format(kbit / 1000));
const perPeriod = option => t("services.price", money(option.price, option.currency), word("period", option.period));

/** What the next invoice will bring: computed there by what bills it. */
export function preview(shownNow) {
  return h("div", { class: "preview", id: "preview", role: "status" }, [
    h("h2", t("change.preview", day(shownNow.target))),
    shownNow.lines.length === 0 ? h("p", { class: "muted" }, t("change.nothing")) : h("ol", shownNow.lines.map((line, i) => h("li", { key: i, class: "line-head" }, [
      h("span", { class: "small" }, line.explanation), sum(line.amount, line.currency),
    ]))),
    h("p", { class: "line-head" }, [h("strong", t(shownNow.total.startsWith("-") ? "change.back" : "change.total")), h("strong", { id: "total" }, sum(shownNow.total, shownNow.currency))]),
  ]);
}

function whenChoice(terms, option, chosen, look) {
  const ways = [option.now && "now", option.nextPeriod && "next-period"].filter(Boolean);
  return ways.length > 1 && h("fieldset", { class: "choice" }, [
    h("legend", t("change.when")),
    ways.map(when => h("label", { key: when }, [
      h("input", { type: "radio", name: "when", value: when, checked: chosen.when === when, onChange: () => look(option, when) }),
      h("span", when === "now" ? t("change.now") : t("change.next-period", day(terms.nextPeriod))),
    ])),
  ]);
}

/** A press on a tariff shows the exact money, a second one agrees to it. */
export const tariffScreen = {
  props: { id: { type: String, required: true } },
  setup(props) {
    const base = `/services/${props.id}/tariff-change`;
    const terms = useLoad(() => get(base));
    const chosen = reactive({ option: null, when: null, preview: null });
    const looking = useDeed(async () => {
      const wish = { tariffId: chosen.option.tariffId, when: chosen.when };
      const seen = await call("POST", base + "/preview", wish);
      if (wish.tariffId === chosen.option.tariffId && wish.when === chosen.when) chosen.preview = seen;
      await nextTick();
      document.getElementById("go")?.scrollIntoView({ block: "nearest" });
    });
    const look = (option, when) => {
      Object.assign(chosen, { option, when, preview: null });
      looking.go();
    };
    const agree = useDeed(async () => {
      await call("POST", base, { tariffId: chosen.option.tariffId, when: chosen.when });
      go(`/services/${props.id}`);
    });
    const details = data => [
      whenChoice(data, chosen.option, chosen, look),
      deedRefused(looking), deedRefused(agree),
      chosen.preview ? [preview(chosen.preview), h("button", { type: "button", class: "btn primary", id: "go", disabled: agree.busy, onClick: () => agree.go() }, t(agree.busy ? "loading" : "change.go"))] : !looking.error && skeleton(2),
    ];
    const tariff = data => option => h("li", { key: option.tariffId, class: "option" }, [
      h("button", { type: "button", class: "row", "aria-expanded": chosen.option?.tariffId === option.tariffId, onClick: () => look(option, option.nextPeriod ? "next-period" : "now") }, [
        h("span", { class: "what" }, [h("span", { class: "title" }, option.name), h("span", { class: "below" }, speed(option.speedDown))]),
        h("span", { class: "right" }, perPeriod(option)),
      ]),
      chosen.option?.tariffId === option.tariffId && h("div", { class: "details" }, details(data)),
    ]);
    const full = data => !data.allowed
      ? card(null, empty(t("change.not-now"), data.reason))
      : data.options.length === 0
        ? card(null, empty(t("change.none"), t("change.none-text")))
        : card(null, h("ul", { class: "rows", id: "options" }, data.options.map(tariff(data))), { flush: true });
    return () => page(t("change.title"), [shown(terms, full, 4)], { back: { path: `/services/${props.id}`, title: t("service.title") } });
  },
};
