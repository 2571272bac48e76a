package uplink.ear.browser;

import static uplink.ear.browser.HostileTexts.LONG;

import java.util.List;
import java.util.Map;
import uplink.ear.LiveUplink;
import uplink.ear.People;

/** What people write about devices: their models, where they are kept, and why they are moved. */
final class HostileDevices {

    private final LiveUplink uplink;
    private final HostileTexts texts;

    HostileDevices(LiveUplink uplink, HostileTexts texts) {
        this.uplink = uplink;
        this.texts = texts;
    }

    /** The customer keeps one. */
    void write(String customer) {
        Map<String, Object> place = Map.of("code", texts.code("w"), "name", LONG);
        String warehouse = texts.post("admin/warehouses", place);
        texts.change("PUT", "admin/warehouses/" + warehouse, place);
        Map<String, Object> named = Map.of("vendor", LONG, "name", LONG, "kind", "router");
        String model = texts.post("admin/device-models", named);
        texts.change("PUT", "admin/device-models/" + model, named);
        List<Map<String, String>> labels = List.of(Map.of("serial", texts.code("sn")));
        texts.post(
                "admin/devices",
                Map.of("modelId", model, "warehouseId", warehouse, "devices", labels, "document", LONG));
        String device = "admin/devices/"
                + texts.read("admin/devices?modelId=" + model).at("/items/0/id").asText();
        String crew = People.value(uplink, "select id from users where email = ?", "tech@demo.uplink");
        texts.post(device + "/hand-out", Map.of("crewId", crew, "reason", LONG, "document", LONG));
        Map<String, Object> why = Map.of("reason", LONG, "document", LONG);
        texts.post(device + "/repair", why);
        texts.post(device + "/write-off", why);
        texts.post(device + "/store", Map.of("warehouseId", warehouse, "reason", LONG, "document", LONG));
        String count = "admin/warehouses/" + warehouse + "/stock-takings";
        Map<String, Object> counted =
                Map.of("labels", List.of(LONG, texts.code("sn")), "reason", LONG, "document", LONG);
        String seen = texts.ask(count + "/preview", counted).path("seen").asText();
        texts.post(count, HostileTexts.with(counted, "seen", seen));
        texts.post(
                device + "/issue", Map.of("customerId", customer, "terms", "loan", "reason", LONG, "document", LONG));
    }
}
