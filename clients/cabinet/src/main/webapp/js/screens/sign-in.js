import { secondFactor, signIn } from "../api.js";
import { t } from "../i18n.js";
import { icon } from "../icons.js";
import { preferences } from "../shell.js";
import { h, nextTick, onMounted, reactive } from "../vue.js";

function field(state, name, label, attributes) {
  const mistake = state.mistakes[name];
  return h("div", { class: "field" }, [
    h("label", { for: name }, label),
    h("input", {
      id: name,
      name,
      value: state[name],
      required: true,
      "aria-invalid": mistake ? "true" : null,
      "aria-describedby": mistake ? `${name}-mistake` : null,
      onInput: event => { state[name] = event.target.value; delete state.mistakes[name]; },
      ...attributes,
    }),
    mistake && h("p", { class: "mistake", id: `${name}-mistake` }, mistake),
  ]);
}

/** E-mail and password, then the second factor where there is one. */
export const signInScreen = {
  setup() {
    const state = reactive({ email: "", password: "", code: "", mfaToken: null, busy: false, error: null, staff: false, mistakes: {} });
    const focus = async id => { await nextTick(); document.getElementById(id)?.focus(); };
    onMounted(() => { document.title = `${t("sign-in.title")} · Uplink`; focus("email"); });

    const fields = () => state.mfaToken ? ["code"] : ["email", "password"];
    const submit = async event => {
      event.preventDefault();
      state.error = null;
      state.staff = false;
      state.mistakes = Object.fromEntries(fields().filter(name => !state[name].trim()).map(name => [name, t("required")]));
      if (Object.keys(state.mistakes).length === 0) await send();
      const wrong = fields().find(name => state.mistakes[name]);
      if (wrong) focus(wrong);
    };
    const send = async () => {
      state.busy = true;
      try {
        const outcome = state.mfaToken
          ? await secondFactor(state.mfaToken, state.code.trim())
          : await signIn(state.email.trim(), state.password);
        state.staff = outcome.staff === true;
        state.mfaToken = outcome.mfaToken ?? null;
        state.password = "";
        state.code = "";
        if (state.mfaToken) focus("code");
      } catch (problem) {
        refused(problem);
      } finally {
        state.busy = false;
      }
    };
    const refused = problem => {
      for (const name of fields()) {
        const mistake = problem.of(name);
        if (mistake) state.mistakes[name] = mistake;
      }
      if (Object.keys(state.mistakes).length === 0) state.error = problem.message;
    };
    const restart = () => { state.mfaToken = null; state.error = null; state.mistakes = {}; focus("email"); };

    return () => h("main", { class: "alone" }, h("div", { class: "box" }, [
      h("div", { class: "brand" }, [h("img", { src: "/logo.svg", alt: "" }), h("span", "Uplink"), h("span", { class: "grow" }), preferences()]),
      h("div", [h("h1", t(state.mfaToken ? "second-factor.title" : "sign-in.title")), h("p", { class: "muted" }, t(state.mfaToken ? "second-factor.lead" : "sign-in.lead"))]),
      state.error && h("div", { class: "note bad", role: "alert" }, [icon("warn"), h("p", state.error)]),
      state.staff && h("div", { class: "note", role: "alert", id: "staff" }, [icon("warn"), h("p", [t("staff.text"), " ", h("a", { href: "/admin/" }, t("staff.link"))])]),
      h("form", { novalidate: true, onSubmit: submit }, [
        state.mfaToken
          ? field(state, "code", t("second-factor.code"), { key: "code", inputmode: "text", autocomplete: "one-time-code", maxlength: 20 })
          : [
              field(state, "email", t("sign-in.email"), { key: "email", type: "email", autocomplete: "username", maxlength: 254 }),
              field(state, "password", t("sign-in.password"), { key: "password", type: "password", autocomplete: "current-password", maxlength: 128 }),
            ],
        h("button", { type: "submit", class: "btn primary", id: "go", disabled: state.busy }, t(state.busy ? "loading" : state.mfaToken ? "second-factor.go" : "sign-in.go")),
        state.mfaToken && h("button", { type: "button", class: "btn quiet", onClick: restart }, t("second-factor.back")),
      ]),
    ]));
  },
};
