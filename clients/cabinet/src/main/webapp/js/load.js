import { language } from "./i18n.js";
import { get } from "./api.js";
import { reactive, watch } from "./vue.js";

/** The life of one request: loading, error or data. An answer that a newer request has overtaken is dropped. */
export function useLoad(fetcher) {
  const state = reactive({ loading: true, error: null, data: null });
  let turn = 0;
  state.load = async () => {
    const mine = ++turn;
    state.loading = true;
    state.error = null;
    try {
      const data = await fetcher();
      if (mine === turn) state.data = data;
    } catch (error) {
      if (mine === turn) state.error = error;
    } finally {
      if (mine === turn) state.loading = false;
    }
  };
  // texts of the API come in the reader's language
  watch(language, state.load);
  state.load();
  return state;
}

/** A list of the API by its cursor; path() may change, then call load(). */
export function useList(path) {
  const list = useLoad(() => get(path()));
  list.growing = false;
  list.moreError = null;
  list.more = async () => {
    const page = list.data;
    list.growing = true;
    list.moreError = null;
    try {
      const address = path();
      const next = await get(address + (address.includes("?") ? "&" : "?") + "cursor=" + encodeURIComponent(page.nextCursor));
      if (list.data === page) list.data = { ...next, items: [...page.items, ...next.items] };
    } catch (error) {
      list.moreError = error;
    } finally {
      list.growing = false;
    }
  };
  return list;
}
