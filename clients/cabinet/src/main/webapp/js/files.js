import { call } from "./api.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";
import { trouble } from "./ui.js";
import { h, reactive } from "./vue.js";

const LATER = 60_000;

/** The browser keeps it like any file that was loaded; a link alone could not carry the token. */
function keep(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), LATER);
}

/** A file of the API: its button, and what went wrong. */
export function useDownload(path, type) {
  const state = reactive({ busy: false, error: null });
  const load = async name => {
    state.busy = true;
    state.error = null;
    try {
      keep(await call("GET", path(), undefined, { Accept: type }), name);
    } catch (error) {
      state.error = error;
    } finally {
      state.busy = false;
    }
  };
  return {
    button: (id, label, name) => h("button", { type: "button", class: "btn", id, disabled: state.busy, onClick: () => load(name) }, [icon("download"), state.busy ? t("loading") : label]),
    trouble: () => state.error && trouble(state.error),
  };
}
