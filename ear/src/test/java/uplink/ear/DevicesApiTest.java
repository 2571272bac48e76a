package uplink.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A device over the API: received, found, issued once whatever is repeated, seen by its customer alone, and back. */
class DevicesApiTest {

    private final LiveUplink uplink = LiveUplink.shared();
    private final Api api = new Api(uplink);
    private final String tech = Api.field(DemoStaff.signIn(uplink, "tech@demo.uplink"), "accessToken");
    private final String mark = UUID.randomUUID().toString().replace("-", "").substring(20);
    private final String serial = ("sn" + mark).toUpperCase(java.util.Locale.ROOT);

    @Test
    void aTechnicianIssuesADeviceOnceAndTakesItBack() {
        String device = "admin/devices/" + received();
        String owner = customer("customer3@demo.uplink");
        Map<String, Object> loan = Map.of("customerId", owner, "terms", "loan", "document", "Акт 1");
        assertEquals(400, api.post(device + "/issue", loan, tech).statusCode(), "without a key");
        String key = UUID.randomUUID().toString();
        HttpResponse<String> issued = api.post(device + "/issue", loan, tech, "Idempotency-Key", key);
        assertEquals(200, issued.statusCode(), issued.body());
        assertEquals(
                issued.body(),
                api.post(device + "/issue", loan, tech, "Idempotency-Key", key).body());
        HttpResponse<String> again = api.post(
                device + "/issue",
                loan,
                tech,
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertEquals(409, again.statusCode());
        assertTrue(again.body().contains("/problems/device-not-available"), again.body());
        assertEquals(2, items(api.get(device + "/moves", tech)).size());
        assertTrue(mine("customer3@demo.uplink").contains(serial));
        assertTrue(!mine("customer4@demo.uplink").contains(serial));
        String warehouse =
                items(api.get("admin/warehouses", tech)).path(0).path("id").asText();
        HttpResponse<String> stale =
                api.post(device + "/store", Map.of("warehouseId", warehouse), tech, "If-Match", "\"v0\"");
        assertEquals(409, stale.statusCode(), stale.body());
        assertEquals(
                200,
                api.post(device + "/store", Map.of("warehouseId", warehouse), tech)
                        .statusCode());
        assertTrue(!mine("customer3@demo.uplink").contains(serial));
    }

    @Test
    void whoIssuesDevicesDoesNotSetTheirPrices() {
        JsonNode model = items(api.get("admin/device-models", tech)).path(0);
        Map<String, Object> cheap = Map.of("vendor", "V", "name", "N" + mark, "kind", "router", "price", "1.00");
        assertEquals(403, api.post("admin/device-models", cheap, tech).statusCode());
        String one = "admin/device-models/" + model.path("id").asText();
        assertEquals(403, api.send("PUT", one, cheap, tech).statusCode());
        assertEquals(
                model.path("price"),
                items(api.get("admin/device-models", tech)).path(0).path("price"));
    }

    /** Answers its id, found by another spelling of the MAC that it was received with. */
    private String received() {
        JsonNode model = items(api.get("admin/device-models", tech)).path(0);
        JsonNode warehouse = items(api.get("admin/warehouses", tech)).path(0);
        String digits = "02005e" + mark.substring(0, 6);
        Map<String, Object> delivery = Map.of(
                "modelId",
                model.path("id").asText(),
                "warehouseId",
                warehouse.path("id").asText(),
                "devices",
                List.of(Map.of("serial", serial, "mac", digits)));
        HttpResponse<String> received = api.post("admin/devices", delivery, tech);
        assertEquals(201, received.statusCode(), received.body());
        HttpResponse<String> twice = api.post("admin/devices", delivery, tech);
        assertEquals(409, twice.statusCode());
        assertTrue(twice.body().contains("devices[0].mac"), twice.body());
        String dotted = digits.replaceAll("....(?!$)", "$0.");
        JsonNode found = items(api.get("admin/devices?q=" + dotted + "&state=stock", tech));
        assertEquals(1, found.size());
        return found.path(0).path("id").asText();
    }

    private String customer(String email) {
        return People.value(
                uplink, "select c.id from customers c join users u on u.id = c.user_id where u.email = ?", email);
    }

    private String mine(String email) {
        HttpResponse<String> answer = api.get("me/devices", Api.field(DemoStaff.signIn(uplink, email), "accessToken"));
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static JsonNode items(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return Api.json(answer).path("items");
    }
}
