import { moment } from "../format.js";
import { language, t } from "../i18n.js";
import { icon } from "../icons.js";
import { h } from "../vue.js";

/** Why there is no service at the reader's address, since when, and until when as far as anybody can say; nothing when all is well. */
export function outageNote(outage) {
  if (!outage) return null;
  const planned = outage.status === "planned";
  const until = outage.expectedEnd ? t("outage.until", moment(outage.expectedEnd)) : t("outage.until-unknown");
  return h("section", { class: ["note", { bad: !planned }], id: "outage", "aria-label": t(planned ? "outage.planned" : "outage.title") }, [
    icon("warn"),
    h("div", [
      h("strong", t(planned ? "outage.planned" : "outage.title")),
      h("p", [t(planned ? "outage.from" : "outage.since", outage.address, moment(outage.since)), " ", until]),
      h("p", language.value === "ru" ? outage.reasonRu : outage.reasonEn),
    ]),
  ]);
}
