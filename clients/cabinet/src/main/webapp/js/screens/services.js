import { day, lastDay, money } from "../format.js";
import { language, t, word } from "../i18n.js";
import { useList } from "../load.js";
import { badge, card, listed, page, row } from "../ui.js";

function price(service) {
  if (service.price === null) return null;
  const amount = money(service.price, service.currency);
  return service.period ? t("services.price", amount, word("period", service.period)) : amount;
}

function since(service) {
  if (service.endedOn) return t("services.ended", day(service.endedOn));
  return t("services.since", day(service.startedOn));
}

export function serviceRow(service) {
  const charged = service.chargedTo && service.chargedTo > service.startedOn && t("services.charged", day(lastDay(service.chargedTo)));
  const canRest = service.status === "active" || service.status === "frozen";
  return row({
    key: service.id,
    href: canRest ? `/services/${service.id}/freeze` : null,
    title: language.value === "ru" ? service.tariffNameRu : service.tariffNameEn,
    below: [since(service), charged, t("services.contract", service.contractNumber)].filter(Boolean).join(" · "),
    right: price(service),
    tag: badge("subscription", service.status),
  });
}

export const servicesScreen = {
  setup() {
    const list = useList(() => "/services");
    return () => page(t("services.title"), [
      card(null, listed(list, serviceRow, [t("services.none"), t("services.none-text")]), { flush: true }),
    ]);
  },
};
