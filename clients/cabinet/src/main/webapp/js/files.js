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

/** Files of the API: a button for each, and what went wrong with the last. */
export function useDownloads(type) {
  const state = reactive({ busy: null, error: null });
  const load = async (path, name) => {
    state.busy = path;
    state.error = null;
    try {
      keep(await call("GET", path, undefined, { Accept: type }), name);
    } catch (error) {
      state.error = error;
    } finally {
      state.busy = null;
    }
  };
  return {
    button: (id, label, path, name) => h("button", { type: "button", class: "btn", id, disabled: state.busy !== null, onClick: () => load(path, name) }, [icon("download"), state.busy === path ? t("loading") : label]),
    trouble: () => state.error && trouble(state.error),
  };
}

/** One file of the API. */
export function useDownload(path, type) {
  const files = useDownloads(type);
  return { ...files, button: (id, label, name) => files.button(id, label, path(), name) };
}
