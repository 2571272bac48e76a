// Shows push messages while no page of the cabinet is open, and leads to what they are about.
addEventListener("push", event => {
  const told = parsed(event.data);
  event.waitUntil(registration.showNotification(told.title || "Uplink", {
    body: told.body,
    tag: told.id,
    icon: "/logo.svg",
    data: told.data,
  }));
});

addEventListener("notificationclick", event => {
  event.notification.close();
  const invoice = String(event.notification.data?.invoiceId);
  const address = /^[0-9a-f-]{36}$/.test(invoice) ? "/#/invoices/" + invoice : "/#/notifications";
  event.waitUntil(open(address));
});

async function open(address) {
  const [page] = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (!page) return clients.openWindow(address);
  page.postMessage({ address });
  return page.focus();
}

function parsed(data) {
  try { return data.json(); } catch { return {}; }
}
