import { reactive } from "./vue.js";

/** Where the reader is: the part after #, because then a reload needs nothing of the server. */
export const route = reactive(read());

function read() {
  const [path, query] = location.hash.slice(1).split("?");
  return { path: path || "/", query: new URLSearchParams(query) };
}

addEventListener("hashchange", () => Object.assign(route, read()));

export function go(path) {
  location.hash = path;
}
