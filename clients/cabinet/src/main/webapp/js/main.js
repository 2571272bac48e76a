import { resume, session } from "./api.js";
import { shell } from "./shell.js";
import { link } from "./link.js";
import { linkScreen } from "./screens/link.js";
import { signInScreen } from "./screens/sign-in.js";
import { skeleton, trouble } from "./ui.js";
import { createApp, h, ref } from "./vue.js";

const root = {
  setup() {
    const error = ref(null);
    const start = async () => {
      error.value = null;
      try { await resume(); } catch (problem) { error.value = problem; }
    };
    start();
    return () => {
      if (link.value) return h(linkScreen, { key: link.value.kind });
      if (session.user) return h(shell, { key: session.user.id });
      if (session.known) return h(signInScreen);
      return h("main", { class: "alone" }, h("div", { class: "box" }, error.value ? trouble(error.value, start) : skeleton()));
    };
  },
};

createApp(root).mount("#app");
