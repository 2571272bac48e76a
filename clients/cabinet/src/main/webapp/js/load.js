import { language } from "./i18n.js";
import { get, Problem } from "./api.js";
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

/** One part of an answer that may have gaps, in the form of useLoad: a gap is an error of that part alone. */
export function usePart(whole, name) {
  return {
    get loading() { return whole.loading; },
    get error() { return whole.error ?? (whole.data?.gaps.includes(name) ? new Problem(503) : null); },
    get data() { return whole.data ? whole.data[name] : null; },
    load: whole.load,
  };
}

/** A page of a list; one that is missing from its answer is no empty list. */
async function pageOf(address) {
  const page = await get(address);
  if (page.items === null) throw new Problem(503);
  return page;
}

/** A list of the API by its cursor; path() may change, then call load(). */
export function useList(path) {
  const list = useLoad(() => pageOf(path()));
  list.growing = false;
  list.moreError = null;
  list.more = async () => {
    const page = list.data;
    list.growing = true;
    list.moreError = null;
    try {
      const address = path();
      const next = await pageOf(address + (address.includes("?") ? "&" : "?") + "cursor=" + encodeURIComponent(page.nextCursor));
      if (list.data === page) list.data = { ...next, items: [...page.items, ...next.items] };
    } catch (error) {
      list.moreError = error;
    } finally {
      list.growing = false;
    }
  };
  return list;
}
