import { ask } from "../api.js";
import { field, focus, refusal, submit, useForm } from "../forms.js";
import { t } from "../i18n.js";
import { icon } from "../icons.js";
import { link } from "../link.js";
import { preferences } from "../shell.js";
import { h, onMounted, ref } from "../vue.js";

const CALLS = {
  confirm: token => ask("/auth/email/confirm", { token }),
  unlock: token => ask("/auth/device/confirm", { token }),
  reset: (token, { password }) => ask("/auth/password/reset", { token, newPassword: password }),
  forgot: (token, { email }) => ask("/auth/password/forgot", { email: email.trim() }),
};
const FIELDS = { confirm: [], unlock: [], reset: ["password"], forgot: ["email"] };

/**
 * Where the links of our mails lead. Nothing happens before the button: programs that look through mail open links, too.
 */
export const linkScreen = {
  setup() {
    const { kind, token } = link.value;
    const done = ref(false);
    const form = useForm({ email: "", password: "" }, () => FIELDS[kind], async () => {
      try {
        await CALLS[kind](token, form.values);
        done.value = true;
      } catch (problem) {
        // the API calls the field by another name
        if (problem.of("newPassword")) form.mistakes.password = problem.of("newPassword");
        else throw problem;
      }
    });
    const leave = () => { link.value = null; };
    onMounted(() => { document.title = `${t(`${kind}.title`)} · Uplink`; focus(FIELDS[kind][0] ?? "go"); });
    return () => h("main", { class: "alone" }, h("div", { class: "box" }, [
      h("div", { class: "brand" }, [h("img", { src: "/logo.svg", alt: "" }), h("span", "Uplink"), h("span", { class: "grow" }), preferences()]),
      h("div", [h("h1", t(`${kind}.title`)), !done.value && h("p", { class: "muted" }, t(`${kind}.lead`))]),
      refusal(form),
      done.value
        ? h("div", { class: "note", role: "status", id: "done" }, [icon("check"), h("p", t(`${kind}.done`))])
        : h("form", { novalidate: true, onSubmit: form.submit }, [
            kind === "reset" && field(form, "password", t("reset.password"), { type: "password", autocomplete: "new-password", maxlength: 128 }, t("reset.hint")),
            kind === "forgot" && field(form, "email", t("sign-in.email"), { type: "email", autocomplete: "username", maxlength: 254 }),
            submit(form, `${kind}.go`),
          ]),
      h("button", { type: "button", class: "btn quiet", id: "to-sign-in", onClick: leave }, t("link.to-sign-in")),
    ]));
  },
};
