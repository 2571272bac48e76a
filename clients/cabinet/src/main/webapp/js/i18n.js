import { ref } from "./vue.js";
import { recall, remember } from "./memory.js";
import en from "./texts/en.js";
import ru from "./texts/ru.js";

const TEXTS = { ru, en };

/** The reader's language: what was chosen here before, else the browser's. */
export const language = ref(initial());
mark();

function initial() {
  const chosen = recall("language");
  if (chosen in TEXTS) return chosen;
  const known = navigator.languages.map(tag => tag.slice(0, 2).toLowerCase()).find(tag => tag in TEXTS);
  return known ?? "ru";
}

export function switchLanguage() {
  language.value = language.value === "ru" ? "en" : "ru";
  remember("language", language.value);
  mark();
}

function mark() {
  document.documentElement.lang = language.value;
}

/** The text of that key; {0}, {1} … are the further arguments. */
export function t(key, ...values) {
  const text = TEXTS[language.value][key] ?? key;
  return values.reduce((filled, value, i) => filled.replaceAll(`{${i}}`, value), text);
}

/** The text for a word of the API; a word that this version does not know stands for itself. */
export function word(group, code) {
  return TEXTS[language.value][`${group}.${code}`] ?? code;
}

/** The plural form of that key for a whole number, e.g. invoices.one, invoices.few, invoices.many. */
export function plural(key, count) {
  return t(`${key}.${new Intl.PluralRules(language.value).select(count)}`, count);
}
