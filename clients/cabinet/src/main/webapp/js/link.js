import { ref } from "./vue.js";

const KINDS = { "/confirm": "confirm", "/reset": "reset", "/unlock": "unlock" };

/** The link of a mail that brought the reader here: {kind, token}; or {kind: "forgot"}; else null. */
export const link = ref(read());

function read() {
  const kind = KINDS[location.pathname];
  if (!kind) return null;
  const token = new URLSearchParams(location.search).get("token") ?? "";
  // a token has no business in the history
  history.replaceState(null, "", "/");
  return { kind, token };
}
