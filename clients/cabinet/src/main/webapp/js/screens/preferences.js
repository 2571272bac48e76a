import { call, get } from "../api.js";
import { t, word } from "../i18n.js";
import { icon } from "../icons.js";
import { useLoad } from "../load.js";
import { card, page, shown } from "../ui.js";
import { h, reactive } from "../vue.js";

const WAYS = ["email", "sms", "push"];
const ZONES = ["Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Novosibirsk", "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Magadan", "Asia/Kamchatka"];

/** What is on the screen, before it is saved: a copy, for a refusal must not change what is known. */
function copyOf(data) {
  return reactive({
    language: data.language,
    quiet: data.quietHours !== null,
    from: data.quietHours?.from.slice(0, 5) ?? "22:00",
    to: data.quietHours?.to.slice(0, 5) ?? "08:00",
    zone: data.timeZone ?? "",
    invoiceFile: data.invoiceFile,
    topics: data.topics.map(topic => ({ topic: topic.topic, channels: topic.channels.map(way => ({ ...way })) })),
    busy: false,
    saved: false,
    error: null,
  });
}

const wanted = form => ({
  language: form.language,
  timeZone: form.zone || null,
  invoiceFile: form.invoiceFile,
  quietHours: form.quiet ? { from: form.from, to: form.to } : null,
  topics: form.topics.map(topic => ({
    topic: topic.topic,
    channels: topic.channels.filter(way => !way.mandatory).map(way => ({ channel: way.channel, wanted: way.wanted })),
  })),
});

function cell(topic, code) {
  const way = topic.channels.find(one => one.channel === code);
  if (!way) return h("td", { key: code }, h("span", { class: "muted", "aria-hidden": "true" }, "—"));
  const id = `${topic.topic}-${code}`;
  return h("td", { key: code }, h("input", {
    type: "checkbox",
    id,
    checked: way.wanted,
    disabled: way.mandatory,
    title: way.mandatory ? t("preferences.mandatory") : null,
    "aria-label": `${word("topic", topic.topic)}: ${word("way", code)}${way.mandatory ? ", " + t("preferences.mandatory") : ""}`,
    onChange: event => { way.wanted = event.target.checked; },
  }));
}

const matrix = form => h("div", { class: "table-scroll", tabindex: 0 }, h("table", { class: "choices", id: "topics" }, [
  h("thead", h("tr", [h("th", { scope: "col" }, t("preferences.topic")), WAYS.map(code => h("th", { scope: "col", key: code }, word("way", code)))])),
  h("tbody", form.topics.map(topic => h("tr", { key: topic.topic }, [
    h("th", { scope: "row" }, word("topic", topic.topic)),
    WAYS.map(code => cell(topic, code)),
  ]))),
]));

const time = (form, name, label) => h("div", { class: "field", key: name }, [
  h("label", { for: name }, t(label)),
  h("input", { id: name, type: "time", required: true, value: form[name], onInput: event => { form[name] = event.target.value; } }),
]);

const select = (form, name, label, options) => h("div", { class: "field", key: name }, [
  h("label", { for: name }, t(label)),
  h("select", { id: name, value: form[name], onChange: event => { form[name] = event.target.value; } },
    options.map(([value, text]) => h("option", { value, key: value }, text))),
]);

const zones = form => [["", t("preferences.zone-ours")], ...[...new Set([...ZONES, form.zone].filter(Boolean))].map(zone => [zone, zone.replace(/^.*\//, "").replaceAll("_", " ")])];

const check = (form, name, id, label) => h("label", { class: "check" }, [
  h("input", { type: "checkbox", id, checked: form[name], onChange: event => { form[name] = event.target.checked; } }),
  h("span", t(label)),
]);

const quiet = form => [
  check(form, "quiet", "quiet", "preferences.quiet-on"),
  form.quiet && h("div", { class: "fields" }, [
    time(form, "from", "preferences.from"),
    time(form, "to", "preferences.to"),
    select(form, "zone", "preferences.zone", zones(form)),
  ]),
];

/** What the customer wants to hear of, by which ways, and when; what is mandatory is shown and locked. */
export const preferencesScreen = {
  setup() {
    let form = null;
    const preferences = useLoad(async () => {
      const data = await get("/notifications/preferences");
      form = copyOf(data);
      return data;
    });
    const save = async event => {
      event.preventDefault();
      Object.assign(form, { busy: true, saved: false, error: null });
      try {
        await call("PUT", "/notifications/preferences", wanted(form));
        form.saved = true;
      } catch (problem) {
        form.error = problem.errors.map(error => error.message).join(" ") || problem.message;
      } finally {
        form.busy = false;
      }
    };
    const filled = () => h("form", { class: "form wide", novalidate: true, onSubmit: save }, [
      matrix(form),
      check(form, "invoiceFile", "invoice-file", "preferences.invoice-file"),
      h("h2", t("preferences.quiet")),
      h("p", { class: "muted small" }, t("preferences.quiet-hint")),
      quiet(form),
      select(form, "language", "preferences.language", [["ru", "Русский"], ["en", "English"]]),
      form.error && h("div", { class: "note bad", role: "alert" }, [icon("warn"), h("p", form.error)]),
      form.saved && h("p", { class: "told", role: "status" }, t("preferences.saved")),
      h("button", { type: "submit", class: "btn primary", id: "go", disabled: form.busy }, t(form.busy ? "loading" : "preferences.save")),
    ]);
    return () => page(t("preferences.title"), [
      h("p", { class: "muted" }, t("preferences.lead")),
      card(null, shown(preferences, filled, 6)),
    ], { back: { path: "/notifications", title: t("notifications.title") } });
  },
};
