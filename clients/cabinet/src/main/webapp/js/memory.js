// What the browser remembers between visits: choices, never a token. Where storage is blocked nothing is remembered.
export function recall(name) {
  try { return localStorage.getItem("uplink." + name); } catch { return null; }
}

export function remember(name, value) {
  try {
    if (value === null) localStorage.removeItem("uplink." + name);
    else localStorage.setItem("uplink." + name, value);
  } catch { /* see above */ }
}
