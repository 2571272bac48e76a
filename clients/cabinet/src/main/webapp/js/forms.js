import { t } from "./i18n.js";
import { icon } from "./icons.js";
import { h, nextTick, reactive } from "./vue.js";

export async function focus(id) {
  await nextTick();
  document.getElementById(id)?.focus();
}

/** A form's life: what is missing and what the API refuses stands at its field, the rest above the form. */
export function useForm(values, fields, send) {
  const form = reactive({ values, mistakes: {}, error: null, busy: false });
  form.submit = async event => {
    event.preventDefault();
    form.error = null;
    form.mistakes = Object.fromEntries(fields().filter(name => !form.values[name].trim()).map(name => [name, t("required")]));
    if (!wrong()) await attempt();
    if (wrong()) focus(wrong());
  };
  const wrong = () => fields().find(name => form.mistakes[name]);
  const attempt = async () => {
    form.busy = true;
    try {
      await send();
    } catch (problem) {
      for (const name of fields()) {
        const mistake = problem.of(name);
        if (mistake) form.mistakes[name] = mistake;
      }
      // a link's token is no field of the form: what is wrong with it is said all the same
      const elsewhere = problem.errors.filter(error => !fields().includes(error.field)).map(error => error.message);
      if (!wrong()) form.error = elsewhere.join(" ") || problem.message;
    } finally {
      form.busy = false;
    }
  };
  return form;
}

export function field(form, name, label, attributes, hint) {
  const mistake = form.mistakes[name];
  const below = mistake ?? hint;
  return h("div", { class: "field", key: name }, [
    h("label", { for: name }, label),
    h("input", {
      id: name,
      name,
      value: form.values[name],
      required: true,
      "aria-invalid": mistake ? "true" : null,
      "aria-describedby": below ? `${name}-below` : null,
      onInput: event => { form.values[name] = event.target.value; delete form.mistakes[name]; },
      ...attributes,
    }),
    below && h("p", { class: mistake ? "mistake" : "below", id: `${name}-below` }, below),
  ]);
}

export const refusal = form => form.error && h("div", { class: "note bad", role: "alert" }, [icon("warn"), h("p", form.error)]);

export const submit = (form, label) => h("button", { type: "submit", class: "btn primary", id: "go", disabled: form.busy }, t(form.busy ? "loading" : label));
