import { language } from "./i18n.js";

// en-GB rather than en-US: days before months, as everybody here writes them
const locale = () => language.value === "ru" ? "ru-RU" : "en-GB";

/** A decimal string as money, with a true minus sign. Intl takes the string as it is: no amount ever becomes a floating-point number. */
export function money(amount, currency, signed = false) {
  return new Intl.NumberFormat(locale(), {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    signDisplay: signed ? "exceptZero" : "negative",
  }).format(amount).replace("-", "\u2212");
}

/** A decimal string as percent, which it already is. */
export function percent(rate) {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 2 }).format(rate) + "\u00a0%";
}

export const isNegative = amount => amount.startsWith("-") && !isZero(amount);
export const isZero = amount => /^-?0*(\.0*)?$/.test(amount);

/** YYYY-MM-DD: a day has no time zone, so none may move it. */
export function day(iso) {
  return new Intl.DateTimeFormat(locale(), { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(utc(iso));
}

/** The month of its first day. */
export function monthOf(iso) {
  return new Intl.DateTimeFormat(locale(), { month: "long", year: "numeric", timeZone: "UTC" }).format(utc(iso));
}

/** The last day of a period that ends before that one. */
export function lastDay(iso) {
  const date = utc(iso);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

function utc(iso) {
  const [year, month, date] = iso.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date));
}

/** An instant, where the reader is. */
export function moment(iso) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
}
