import { day, money } from "../format.js";
import { t, word } from "../i18n.js";
import { row } from "../ui.js";

function terms(device) {
  const since = t(`devices.${device.terms}`, day(device.since));
  return device.price === null ? since : `${since} \u00b7 ${money(device.price, device.currency)}`;
}

/** A device that the customer has: what it is, how it is told apart, and on what terms. */
export function deviceRow(device) {
  const label = [t("devices.serial", device.serial), device.mac && t("devices.mac", device.mac)].filter(Boolean);
  return row({
    key: device.id,
    title: `${word("device-kind", device.kind)} ${device.vendor} ${device.model}`,
    below: [terms(device), ...label].join(" \u00b7 "),
  });
}
