import { language, t } from "./i18n.js";
import { recall, remember } from "./memory.js";
import { reactive } from "./vue.js";

const BASE = "/api/v1";
const JSON_TYPE = "application/json";
const PATIENCE = 30_000;
const EARLY = 30_000;
const SIGNED_IN = "signed-in";

/**
 * Who is signed in. The access token lives in this module's memory only; the refresh token is a cookie that no script
 * can read. What is remembered is that there was a sign-in: without it nobody asks for a refresh that must fail.
 */
export const session = reactive({ known: false, user: null });

let token = null;
let expires = 0;
let refreshing = null;

/** A refusal: RFC 9457, already in the reader's language. */
export class Problem extends Error {
  constructor(status, body) {
    super(body?.detail || body?.title || t(status === 0 ? "error.network" : "error.server"));
    this.status = status;
    this.title = body?.title ?? t("error.title");
    this.errors = Array.isArray(body?.errors) ? body.errors : [];
    this.requestId = body?.requestId;
  }

  /** What is wrong with that field, or null. */
  of(field) {
    return this.errors.find(error => error.field === field)?.message ?? null;
  }
}

async function send(method, path, body, bearer, more = {}) {
  const headers = { "Accept": JSON_TYPE, ...more, "Accept-Language": language.value, "X-Token-Delivery": "cookie" };
  if (bearer) headers["Authorization"] = "Bearer " + bearer;
  if (body !== undefined) headers["Content-Type"] = JSON_TYPE;
  let response;
  let answer;
  try {
    response = await fetch(BASE + path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: "same-origin",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE),
    });
    // a refusal is told in JSON, whatever was asked for
    answer = response.ok && headers.Accept !== JSON_TYPE ? await response.blob() : parsed(await response.text());
  } catch {
    throw new Problem(0);
  }
  if (!response.ok) throw new Problem(response.status, answer);
  return answer;
}

function parsed(text) {
  try { return JSON.parse(text); } catch { return null; }
}

/** Calls the API as the signed-in customer: with a token that still lives, and once more when it was refused. */
export async function call(method, path, body, headers) {
  if (Date.now() > expires - EARLY) await refresh();
  const used = token;
  try {
    return await send(method, path, body, used, headers);
  } catch (problem) {
    if (problem.status !== 401) throw problem;
    if (used === token) await refresh();
    return await send(method, path, body, token, headers);
  }
}

/** Asks for something that needs no sign-in. */
export const ask = (path, body) => send("POST", path, body);

export const get = path => call("GET", path);

/** One refresh at a time, over all tabs: a refresh token is good for one use, and its second use ends the session. */
function refresh() {
  refreshing ??= alone(() => send("POST", "/auth/refresh", {}))
    .then(accept, problem => {
      if ([400, 401, 422].includes(problem.status)) forget();
      throw problem;
    })
    .finally(() => { refreshing = null; });
  return refreshing;
}

const alone = work => navigator.locks ? navigator.locks.request("uplink.refresh", work) : work();

function accept(answer) {
  token = answer.accessToken;
  expires = Date.now() + answer.expiresIn * 1000;
  session.user = answer.user;
  session.known = true;
  remember(SIGNED_IN, "yes");
}

function forget() {
  token = null;
  expires = 0;
  session.user = null;
  session.known = true;
  remember(SIGNED_IN, null);
}

/** At the start: is there a session of before? */
export async function resume() {
  if (recall(SIGNED_IN) === null) {
    session.known = true;
    return;
  }
  await refresh().catch(problem => {
    if (session.known) return;
    throw problem;
  });
}

/**
 * {} when a customer is signed in; {mfaToken} asks for the second factor; {refused} says who has no business here:
 * "staff", or somebody "unlinked", whose address belongs to no customer.
 */
export async function signIn(email, password) {
  const answer = await send("POST", "/auth/login", { email, password });
  return answer.mfaRequired ? { mfaToken: answer.mfaToken } : welcome(answer);
}

export async function secondFactor(mfaToken, code) {
  return welcome(await send("POST", "/auth/mfa/verify", { mfaToken, code }));
}

async function welcome(answer) {
  if (answer.user.customerId) {
    accept(answer);
    return {};
  }
  // nobody is to stay signed in unseen; should this fail, the session ends by itself
  await send("POST", "/auth/logout", undefined, answer.accessToken).catch(() => {});
  return { refused: answer.user.role === "customer" ? "unlinked" : "staff" };
}

/** Ends the session there and forgets it here, even when nobody answers. */
export async function signOut() {
  try {
    await call("POST", "/auth/logout");
  } catch { /* the token dies in minutes, and nobody here has it any more */ }
  forget();
}

// signed out in another tab: here, too
addEventListener("storage", event => {
  if (event.key === "uplink." + SIGNED_IN && event.newValue === null) forget();
});
