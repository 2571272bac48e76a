import { call, get, session } from "./api.js";
import { t } from "./i18n.js";
import { recall, remember } from "./memory.js";
import { card, trouble } from "./ui.js";
import { h, onMounted, reactive } from "./vue.js";

const PLATFORM = "/notifications/devices";
const WHO = "push";
const DEVICE = "push-device";

const can = () => isSecureContext && "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

/** Whether this customer has asked for messages in this browser; somebody else's wish is not theirs. */
const wanted = () => recall(WHO) !== null && recall(WHO) === session.user?.customerId && Notification.permission === "granted";

async function subscription(key) {
  const worker = await navigator.serviceWorker.register("/push-worker.js");
  await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: key };
  try {
    return await worker.pushManager.subscribe(options);
  } catch (error) {
    // made with another key of the server's
    const old = await worker.pushManager.getSubscription();
    if (error.name !== "InvalidStateError" || !old) throw error;
    await old.unsubscribe();
    return worker.pushManager.subscribe(options);
  }
}

async function register(key) {
  const made = (await subscription(key)).toJSON();
  const device = await call("POST", PLATFORM, { platform: "webpush", token: made.endpoint, keys: { p256dh: made.keys.p256dh, auth: made.keys.auth } });
  remember(WHO, session.user.customerId);
  remember(DEVICE, device.id);
}

/** A device belongs to the session that registered it: after a sign-in this browser says again that it is one. */
export async function renewPush() {
  if (!can() || !wanted()) return;
  navigator.serviceWorker.addEventListener("message", event => {
    if (typeof event.data?.address === "string" && event.data.address.startsWith("/#/")) location.hash = event.data.address.slice(1);
  });
  const { webPushKey } = await get(PLATFORM);
  if (webPushKey) await register(webPushKey);
}

/** Messages in this browser, on or off; nothing where browser or provider have none. */
export const pushSwitch = {
  setup() {
    const state = reactive({ key: null, on: false, busy: false, error: null, blocked: false });
    onMounted(async () => {
      if (!can()) return;
      // a courtesy: the list below says what went wrong
      state.key = await get(PLATFORM).then(offer => offer.webPushKey ?? null, () => null);
      state.on = wanted();
    });
    const doing = async work => {
      state.busy = true;
      state.error = null;
      try {
        await work();
      } catch (error) {
        state.error = error;
      } finally {
        state.busy = false;
      }
    };
    const on = () => doing(async () => {
      state.blocked = await Notification.requestPermission() !== "granted";
      if (state.blocked) return;
      await register(state.key);
      state.on = true;
    });
    const off = () => doing(async () => {
      const worker = await navigator.serviceWorker.getRegistration("/push-worker.js");
      const made = await worker?.pushManager.getSubscription();
      const device = recall(DEVICE);
      if (device) {
        await call("DELETE", `${PLATFORM}/${device}`).catch(problem => { if (problem.status !== 404) throw problem; });
      }
      await made?.unsubscribe();
      remember(WHO, null);
      remember(DEVICE, null);
      state.on = false;
    });
    return () => state.key && card(t("push.title"), [
      state.error && trouble(state.error),
      h("p", { class: "muted", role: state.blocked ? "alert" : null }, t(state.blocked ? "push.blocked" : state.on ? "push.is-on" : "push.what")),
      h("button", { type: "button", id: "push", class: ["btn", { primary: !state.on }], disabled: state.busy, onClick: state.on ? off : on }, t(state.on ? "push.off" : "push.on")),
    ]);
  },
};
