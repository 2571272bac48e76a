import { secondFactor, signIn } from "../api.js";
import { field, focus, refusal, submit, useForm } from "../forms.js";
import { t } from "../i18n.js";
import { icon } from "../icons.js";
import { link } from "../link.js";
import { preferences } from "../shell.js";
import { h, onMounted, reactive } from "../vue.js";

/** E-mail and password, then the second factor where there is one. */
export const signInScreen = {
  setup() {
    const state = reactive({ mfaToken: null, refused: null });
    const form = useForm({ email: "", password: "", code: "" }, () => state.mfaToken ? ["code"] : ["email", "password"], async () => {
      state.refused = null;
      const { email, password, code } = form.values;
      const outcome = state.mfaToken ? await secondFactor(state.mfaToken, code.trim()) : await signIn(email.trim(), password);
      state.refused = outcome.refused ?? null;
      state.mfaToken = outcome.mfaToken ?? null;
      form.values.password = "";
      form.values.code = "";
      if (state.mfaToken) focus("code");
    });
    onMounted(() => { document.title = `${t("sign-in.title")} · Uplink`; focus("email"); });
    const restart = () => { state.mfaToken = null; form.error = null; form.mistakes = {}; focus("email"); };

    const first = () => [
      field(form, "email", t("sign-in.email"), { type: "email", autocomplete: "username", maxlength: 254 }),
      field(form, "password", t("sign-in.password"), { type: "password", autocomplete: "current-password", maxlength: 128 }),
      submit(form, "sign-in.go"),
      h("button", { type: "button", class: "btn quiet", id: "forgot", onClick: () => { link.value = { kind: "forgot" }; } }, t("sign-in.forgot")),
    ];
    const second = () => [
      field(form, "code", t("second-factor.code"), { autocomplete: "one-time-code", autocapitalize: "off", spellcheck: "false", maxlength: 20 }),
      submit(form, "second-factor.go"),
      h("button", { type: "button", class: "btn quiet", onClick: restart }, t("second-factor.back")),
    ];
    return () => {
      const step = state.mfaToken ? "second-factor" : "sign-in";
      return h("main", { class: "alone" }, h("div", { class: "box" }, [
        h("div", { class: "brand" }, [h("img", { src: "/logo.svg", alt: "" }), h("span", "Uplink"), h("span", { class: "grow" }), preferences()]),
        h("div", [h("h1", t(`${step}.title`)), h("p", { class: "muted" }, t(`${step}.lead`))]),
        refusal(form),
        state.refused && h("div", { class: "note", role: "alert", id: state.refused }, [icon("warn"), h("p", [
          t(`refused.${state.refused}`),
          state.refused === "staff" && [" ", h("a", { href: "/admin/" }, t("refused.to-console"))],
        ])]),
        h("form", { novalidate: true, onSubmit: form.submit }, state.mfaToken ? second() : first()),
      ]));
    };
  },
};
