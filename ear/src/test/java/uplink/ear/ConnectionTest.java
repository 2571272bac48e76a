package uplink.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** From a stranger's application to the customer's leaving, each step by who makes it, over the API. */
class ConnectionTest {

    private static final String TARIFF = "HOME-100";

    private final LiveUplink uplink = LiveUplink.shared();
    private final Api api = new Api(uplink);
    private final String operator = Api.field(DemoStaff.signIn(uplink, "operator@demo.uplink"), "accessToken");
    private final String tech = Api.field(DemoStaff.signIn(uplink, "tech@demo.uplink"), "accessToken");
    private final String admin = Api.field(DemoStaff.signIn(uplink, "admin@demo.uplink"), "accessToken");
    private final LocalDate today = LocalDate.parse(
            ok(api.get("test/clock", admin)).path("now").asText().substring(0, 10));

    @Test
    void aStrangerBecomesACustomerMovesAndLeaves() throws Exception {
        String application = "admin/applications/" + applied();
        assertEquals(
                "yes",
                ok(api.get(application + "/feasibility", operator))
                        .path("answer")
                        .asText());
        ok(api.post(application + "/accept", Map.of("address", address("7")), operator));
        JsonNode scheduled =
                ok(api.post(application + "/schedule", Map.of("shiftId", shift(), "bring", "Роутер"), operator));
        assertEquals("scheduled", scheduled.path("status").asText());
        String order = "admin/work-orders/" + scheduled.at("/visit/workOrderId").asText();
        Map<String, Object> nothing = Map.of("devices", List.of(), "materials", List.of());
        assertEquals(422, api.post(order + "/complete", nothing, tech).statusCode(), "nothing is ready");
        for (JsonNode item : ok(api.get(order, tech)).path("checklist")) {
            ok(api.send("PUT", order + "/checklist/" + item.path("no").asInt(), Map.of("done", true), tech));
        }
        assertEquals(200, picture(order + "/photos"));
        assertEquals(200, picture(order + "/signature"));
        assertEquals(
                "done",
                ok(api.post(order + "/complete", nothing, tech))
                        .at("/facts/status")
                        .asText());
        JsonNode installed = ok(api.get(application, operator));
        assertEquals("installed", installed.path("status").asText());
        String customer = installed.path("customerId").asText();
        JsonNode service = ok(api.get("admin/customers/" + customer + "/subscriptions", operator))
                .at("/items/0");
        assertEquals("active", service.path("status").asText());
        assertEquals(today.toString(), service.path("startedOn").asText());
        billed(customer);
        String contract = "admin/contracts/"
                + ok(api.get("admin/customers/" + customer + "/contracts", operator))
                        .at("/items/0/id")
                        .asText();
        Map<String, Object> move = Map.of("on", today.toString(), "address", address("9"));
        assertEquals(2, api.post(contract + "/relocations", move, operator).statusCode() / 100);
        assertTrue(
                ok(api.get("admin/customers/" + customer, operator)).toString().contains("Мира, 9"));
        Map<String, Object> end = Map.of("on", today.plusDays(1).toString(), "reason", "Переезд");
        assertEquals(2, api.post(contract + "/termination", end, operator).statusCode() / 100);
        assertEquals(
                today.plusDays(1).toString(),
                ok(api.get("admin/customers/" + customer + "/contracts", operator))
                        .at("/items/0/closedOn")
                        .asText());
    }

    /** Answers its id. */
    private String applied() {
        String tariff = People.value(uplink, "select id::text from tariffs where code = ?", TARIFF);
        Map<String, Object> wanted = Map.of(
                "contactName",
                "Новосёл " + UUID.randomUUID(),
                "phone",
                "+7 900 555-01-02",
                "address",
                "Светлогорск, Мира 7",
                "tariffId",
                tariff,
                "consent",
                true);
        HttpResponse<String> kept = api.post("applications", wanted, null);
        assertEquals(201, kept.statusCode(), kept.body());
        String number = Api.field(kept, "number");
        return ok(api.get("admin/applications?status=new&q=" + number, operator))
                .at("/items/0/id")
                .asText();
    }

    private static Map<String, Object> address(String house) {
        return Map.of("city", "Светлогорск", "street", "Мира", "house", house);
    }

    /** Tomorrow evening, of the crew that the demo's technician goes with. */
    private String shift() {
        JsonNode crews = ok(api.get("admin/crews", operator)).path("items");
        String crew = "";
        for (JsonNode one : crews) {
            crew = one.path("members").isEmpty() ? crew : one.path("id").asText();
        }
        Map<String, Object> evening = Map.of(
                "from",
                today.plusDays(1).toString(),
                "weekdays",
                List.of(),
                "starts",
                "20:00",
                "ends",
                "21:00",
                "capacity",
                5);
        for (JsonNode shift : ok(api.post("admin/crews/" + crew + "/shifts", evening, operator))
                .path("items")) {
            if (shift.path("starts").asText().startsWith("20:00")) {
                return shift.path("id").asText();
            }
        }
        throw new AssertionError("the shift was not planned");
    }

    /** The first bill is for the days of the month that are left. */
    private void billed(String customer) {
        Map<String, Object> run = Map.of("targetDate", today.toString(), "mode", "commit");
        String key = UUID.randomUUID().toString();
        assertEquals(
                202,
                api.post("admin/billing/runs", run, admin, "Idempotency-Key", key)
                        .statusCode());
        String invoices = "admin/customers/" + customer + "/invoices";
        Waiting.until("the first invoice", Duration.ofMinutes(1), () -> !ok(api.get(invoices, admin))
                .path("items")
                .isEmpty());
        JsonNode invoice = ok(api.get(invoices, admin)).at("/items/0");
        BigDecimal price = new BigDecimal(People.value(
                uplink,
                """
                select v.price::text from tariff_versions v join tariffs t on t.id = v.tariff_id
                where t.code = ? order by v.valid_from desc limit 1""",
                TARIFF));
        int left = today.lengthOfMonth() - today.getDayOfMonth() + 1;
        BigDecimal due = price.multiply(BigDecimal.valueOf(left))
                .divide(BigDecimal.valueOf(today.lengthOfMonth()), 2, RoundingMode.HALF_UP);
        assertEquals(due.toPlainString(), invoice.path("amount").asText());
    }

    private int picture(String path) throws IOException, InterruptedException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 20, BufferedImage.TYPE_INT_RGB), "png", png);
        HttpRequest request = HttpRequest.newBuilder(URI.create(uplink.url() + "/api/v1/" + path))
                .header("Content-Type", "image/png")
                .header("Authorization", "Bearer " + tech)
                .POST(HttpRequest.BodyPublishers.ofByteArray(png.toByteArray()))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return Api.json(answer);
    }
}
