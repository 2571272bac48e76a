import { call } from "../api.js";
import { useDownloads } from "../files.js";
import { field, refusal, submit, useForm } from "../forms.js";
import { day, lastDay, monthOf } from "../format.js";
import { t, word } from "../i18n.js";
import { useList } from "../load.js";
import { card, listed, page, sum } from "../ui.js";
import { h, ref } from "../vue.js";

const KINDS = ["act", "statement"];
const MONTHS = 24;

const iso = date => date.toISOString().slice(0, 10);

/** First days of months that are over, the last first. */
function months() {
  const now = new Date();
  return Array.from({ length: MONTHS }, (_, i) => iso(new Date(Date.UTC(now.getFullYear(), now.getMonth() - 1 - i, 1))));
}

const nextMonth = first => iso(new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 1)));
const dayAfter = last => iso(new Date(Date.parse(last + "T00:00:00Z") + 86_400_000));

function choice(form, name, label, options, changed) {
  const mistake = form.mistakes[name];
  return h("div", { class: "field", key: name }, [
    h("label", { for: name }, label),
    h("select", {
      id: name,
      name,
      value: form.values[name],
      "aria-invalid": mistake ? "true" : null,
      "aria-describedby": mistake ? `${name}-below` : null,
      onChange: event => { form.values[name] = event.target.value; form.mistakes = {}; changed?.(); },
    }, options.map(([value, text]) => h("option", { value, key: value }, text))),
    mistake && h("p", { class: "mistake", id: `${name}-below` }, mistake),
  ]);
}

/** What was issued, and the form for another act or statement. */
export const documentsScreen = {
  setup() {
    const list = useList(() => "/documents");
    const files = useDownloads("application/pdf");
    const done = ref("");
    const past = months();
    const start = { act: { from: past[0], to: "" }, statement: { from: past[0], to: lastDay(nextMonth(past[0])) } };
    const form = useForm({ kind: "act", ...start.act }, () => form.values.kind === "act" ? ["from"] : ["from", "to"], async () => {
      const { kind, from, to } = form.values;
      done.value = "";
      const paper = await call("POST", "/documents", { kind, from, to: kind === "act" ? nextMonth(from) : dayAfter(to) });
      done.value = t("documents.done", `${word("document", paper.kind)} ${paper.number}`);
      await list.load();
    });
    const changed = () => { done.value = ""; Object.assign(form.values, start[form.values.kind]); };
    const order = () => card(t("documents.order"), h("form", { class: "form", novalidate: true, onSubmit: form.submit }, [
      refusal(form),
      done.value && h("p", { role: "status", class: "told" }, done.value),
      choice(form, "kind", t("documents.kind"), KINDS.map(kind => [kind, word("document", kind)]), changed),
      form.values.kind === "act"
        ? choice(form, "from", t("documents.month"), past.map(first => [first, monthOf(first)]))
        : [field(form, "from", t("documents.from"), { type: "date" }), field(form, "to", t("documents.to"), { type: "date" })],
      submit(form, "documents.go"),
    ]));
    const item = one => h("li", { key: one.id }, h("div", { class: "row" }, [
      h("span", { class: "what" }, [
        h("span", { class: "title" }, `${word("document", one.kind)} ${one.number}`),
        h("span", { class: "below" }, one.from ? `${day(one.from)} – ${day(lastDay(one.to))}` : day(one.issuedOn)),
      ]),
      h("span", { class: "right" }, [
        one.amount && sum(one.amount, one.currency),
        files.button(`pdf-${one.id}`, t("documents.download"), `/documents/${one.id}/content`, `${one.kind}-${one.number}.pdf`),
      ]),
    ]));
    return () => page(t("documents.title"), [
      order(),
      files.trouble(),
      card(t("documents.all"), listed(list, item, [t("documents.none"), t("documents.none-text")]), { flush: true }),
    ], { back: { path: "/contracts", title: t("contracts.title") } });
  },
};
