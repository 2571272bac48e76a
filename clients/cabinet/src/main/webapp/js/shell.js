import { get, signOut } from "./api.js";
import { language, switchLanguage, t } from "./i18n.js";
import { icon } from "./icons.js";
import { recall, remember } from "./memory.js";
import { renewPush } from "./push.js";
import { route } from "./router.js";
import { applicationsScreen } from "./screens/applications.js";
import { autopayScreen } from "./screens/autopay.js";
import { contractsScreen } from "./screens/contracts.js";
import { documentsScreen } from "./screens/documents.js";
import { erasureScreen } from "./screens/erasure.js";
import { freezeScreen } from "./screens/freeze.js";
import { invoiceScreen } from "./screens/invoice.js";
import { invoicesScreen } from "./screens/invoices.js";
import { leaveScreen } from "./screens/leave.js";
import { notificationsScreen, unread } from "./screens/notifications.js";
import { overviewScreen } from "./screens/overview.js";
import { payScreen } from "./screens/pay.js";
import { paymentScreen } from "./screens/payment.js";
import { movementsScreen, paymentsScreen } from "./screens/payments.js";
import { preferencesScreen } from "./screens/preferences.js";
import { promiseScreen } from "./screens/promise.js";
import { serviceScreen } from "./screens/service.js";
import { servicesScreen } from "./screens/services.js";
import { tariffScreen } from "./screens/tariff.js";
import { empty, page } from "./ui.js";
import { h, nextTick, onMounted, ref, watch } from "./vue.js";

const MENU = [
  { path: "/", icon: "home", title: "overview.title", screen: overviewScreen },
  { path: "/invoices", icon: "invoice", title: "invoices.title", screen: invoicesScreen },
  { path: "/payments", icon: "payment", title: "payments.title", screen: paymentsScreen, also: ["/movements", "/autopay"] },
  { path: "/services", icon: "service", title: "services.title", screen: servicesScreen, also: ["/applications"] },
  { path: "/contracts", icon: "contract", title: "contracts.title", screen: contractsScreen, also: ["/documents"] },
];
const BELL = { path: "/notifications", icon: "bell", title: "notifications.title", screen: notificationsScreen };
const OTHERS = [BELL, { path: "/movements", title: "movements.title", screen: movementsScreen }, { path: "/autopay", title: "autopay.title", screen: autopayScreen }, { path: "/applications", title: "applications.title", screen: applicationsScreen }, { path: "/pay", title: "pay.title", screen: payScreen }, { path: "/promise", title: "promise.title", screen: promiseScreen }, { path: "/documents", title: "documents.title", screen: documentsScreen }, { path: "/erasure", title: "erasure.title", screen: erasureScreen }, { path: "/notifications/preferences", title: "preferences.title", screen: preferencesScreen }];

const nowhere = { setup: () => () => page(t("nowhere.title"), [empty(t("nowhere.title"), t("nowhere.text"))]) };

/** The screen of an address, its key (a new one starts it afresh), its title and what it is given. */
function screenOf(path) {
  const invoice = path.match(/^\/invoices\/([0-9a-f-]{36})$/);
  if (invoice) return { screen: invoiceScreen, key: path, title: "invoice.title", given: { id: invoice[1] } };
  const payment = path.match(/^\/payments\/([0-9a-f-]{36})$/);
  if (payment) return { screen: paymentScreen, key: path, title: "payment.title", given: { id: payment[1] } };
  const leave = path.match(/^\/contracts\/([0-9a-f-]{36})\/end$/);
  if (leave) return { screen: leaveScreen, key: path, title: "leave.title", given: { id: leave[1] } };
  const tariff = path.match(/^\/services\/([0-9a-f-]{36})\/tariff$/);
  if (tariff) return { screen: tariffScreen, key: path, title: "change.title", given: { id: tariff[1] } };
  const service = path.match(/^\/services\/([0-9a-f-]{36})$/);
  if (service) return { screen: serviceScreen, key: path, title: "service.title", given: { id: service[1] } };
  const freeze = path.match(/^\/services\/([0-9a-f-]{36})\/freeze$/);
  if (freeze) return { screen: freezeScreen, key: path, title: "freeze.title", given: { id: freeze[1] } };
  const entry = [...MENU, ...OTHERS].find(item => item.path === path);
  return entry ? { screen: entry.screen, key: path, title: entry.title } : { screen: nowhere, key: path, title: "nowhere.title" };
}

const isHere = item => item.path === "/" ? route.path === "/" : (route.path + "/").startsWith(item.path + "/") || item.also?.includes(route.path);

/** Dark or light, the other of what is seen now; remembered. */
const dark = ref(recall("theme") ? recall("theme") === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);

function switchTheme() {
  dark.value = !dark.value;
  const theme = dark.value ? "dark" : "light";
  document.documentElement.dataset.theme = theme;
  remember("theme", theme);
}

export function preferences() {
  return [
    h("button", { type: "button", class: "btn quiet", id: "language", lang: language.value === "ru" ? "en" : "ru", "aria-label": t("language.other"), onClick: switchLanguage }, language.value === "ru" ? "EN" : "RU"),
    h("button", { type: "button", class: "btn quiet icon-only", id: "theme", "aria-label": t(dark.value ? "theme.light" : "theme.dark"), onClick: switchTheme }, icon(dark.value ? "sun" : "moon")),
  ];
}

function link(item) {
  return h("li", h("a", { href: "#" + item.path, class: "item", "aria-current": isHere(item) ? "page" : null }, [icon(item.icon), h("span", t(item.title))]));
}

function bell() {
  const label = unread.value > 0 ? t("notifications.unread", unread.value) : t("notifications.title");
  return h("a", { href: "#" + BELL.path, class: "btn quiet icon-only bell", id: "bell", "aria-label": label, "aria-current": isHere(BELL) ? "page" : null }, [
    icon("bell"),
    unread.value > 0 && h("span", { class: "count", "aria-hidden": "true" }, unread.value > 99 ? "99+" : unread.value),
  ]);
}

export const shell = {
  setup() {
    const leaving = ref(false);
    const leave = async () => {
      leaving.value = true;
      await signOut();
      location.hash = "/";
    };
    // the bell is a courtesy: its screen says what went wrong
    get("/notifications?limit=1").then(list => { unread.value = list.unread; }, () => {});
    renewPush().catch(() => {});
    const entitle = () => { document.title = `${t(screenOf(route.path).title)} · Uplink`; };
    onMounted(entitle);
    watch(language, entitle);
    watch(() => route.path, async () => {
      entitle();
      await nextTick();
      scrollTo(0, 0);
      // who reads by ear is told where they are
      document.querySelector("h1")?.focus({ preventScroll: true });
    });
    return () => {
      const { screen, key, given } = screenOf(route.path);
      return h("div", { class: "shell" }, [
        h("button", { type: "button", class: "skip", onClick: () => document.querySelector("h1")?.focus() }, t("skip")),
        h("header", { class: "top" }, [
          h("a", { href: "#/", class: "brand" }, [h("img", { src: "/logo.svg", alt: "" }), h("span", "Uplink")]),
          h("span", { class: "grow" }),
          bell(),
          preferences(),
          h("button", { type: "button", class: "btn quiet", id: "sign-out", disabled: leaving.value, "aria-label": t("sign-out"), onClick: leave }, [icon("leave"), h("span", { class: "word" }, t("sign-out"))]),
        ]),
        h("nav", { class: "menu", "aria-label": t("menu") }, h("ul", MENU.map(link))),
        h("main", { class: "content" }, h(screen, { key, ...given })),
      ]);
    };
  },
};
