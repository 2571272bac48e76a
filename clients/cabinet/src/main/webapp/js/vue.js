export { computed, createApp, h, nextTick, onMounted, onUnmounted, reactive, ref, watch } from "../vue/vue.runtime.esm-browser.prod.js";
