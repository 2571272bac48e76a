import { day, lastDay, money } from "../format.js";
import { language, t, word } from "../i18n.js";
import { useList } from "../load.js";
import { badge, card, listed, page, row } from "../ui.js";
import { h } from "../vue.js";
import { deviceRow } from "./devices.js";

export function price(service) {
  if (service.price === null) return null;
  const amount = money(service.price, service.currency);
  return service.period ? t("services.price", amount, word("period", service.period)) : amount;
}

function since(service) {
  if (service.endedOn) return t("services.ended", day(service.endedOn));
  return t("services.since", day(service.startedOn));
}

/** The next thing that is agreed on, in a few words. */
function planned(service) {
  const next = service.planned[0];
  if (!next) return null;
  return next.tariffId ? t("planned.change", day(next.on), plannedName(next)) : t(`planned.${next.kind}`, day(next.on));
}

export const plannedName = change => language.value === "ru" ? change.tariffNameRu : change.tariffNameEn;
export const serviceName = service => language.value === "ru" ? service.tariffNameRu : service.tariffNameEn;

export function serviceRow(service) {
  const charged = service.chargedTo && service.chargedTo > service.startedOn && t("services.charged", day(lastDay(service.chargedTo)));
  return row({
    key: service.id,
    href: service.status === "cancelled" ? null : `/services/${service.id}`,
    title: serviceName(service),
    below: [planned(service), since(service), charged, t("services.contract", service.contractNumber)].filter(Boolean).join(" · "),
    right: price(service),
    tag: badge("subscription", service.status),
  });
}

export const servicesScreen = {
  setup() {
    const list = useList(() => "/services");
    const devices = useList(() => "/me/devices");
    return () => page(t("services.title"), [
      card(null, listed(list, serviceRow, [t("services.none"), t("services.none-text")]), { flush: true }),
      h("p", h("a", { class: "btn", id: "applications", href: "#/applications" }, t("applications.link"))),
      card(t("devices.title"), listed(devices, deviceRow, [t("devices.none"), t("devices.none-text")]), { flush: true }),
    ]);
  },
};
