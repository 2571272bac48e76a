import { call } from "../api.js";
import { moment } from "../format.js";
import { t, word } from "../i18n.js";
import { useList } from "../load.js";
import { pushSwitch } from "../push.js";
import { card, listed, page, trouble } from "../ui.js";
import { h, reactive, ref, watch } from "../vue.js";

/** How many are unread, for the bell. */
export const unread = ref(0);

export const notificationsScreen = {
  setup() {
    const list = useList(() => "/notifications");
    const marking = reactive({ id: null, error: null });
    watch(() => list.data, data => { if (data) unread.value = data.unread; });

    const read = async notice => {
      marking.id = notice.id;
      marking.error = null;
      try {
        await call("POST", `/notifications/${notice.id}/read`);
        notice.readAt = new Date().toISOString();
        unread.value = Math.max(0, unread.value - 1);
      } catch (error) {
        marking.error = error;
      } finally {
        marking.id = null;
      }
    };
    const item = notice => h("li", { key: notice.id, class: ["notice", { unread: !notice.readAt }] }, [
      h("div", { class: "what" }, [
        h("span", { class: "below" }, [!notice.readAt && h("span", { class: "sr-only" }, t("notifications.new") + ": "), word("notice", notice.kind), " · ", moment(notice.createdAt)]),
        h("p", notice.text),
        typeof notice.data.invoiceId === "string" && h("a", { href: `#/invoices/${notice.data.invoiceId}` }, t("notifications.to-invoice")),
      ]),
      !notice.readAt && h("button", { type: "button", class: "btn", disabled: marking.id === notice.id, onClick: () => read(notice) }, t("notifications.read")),
    ]);
    return () => page(t("notifications.title"), [
      h("p", { class: "actions" }, h("a", { class: "btn", id: "preferences", href: "#/notifications/preferences" }, t("preferences.title"))),
      marking.error && trouble(marking.error),
      h(pushSwitch),
      card(null, listed(list, item, [t("notifications.none"), t("notifications.none-text")]), { flush: true }),
    ]);
  },
};
