package uplink.ear.browser;

import static uplink.ear.browser.HostileTexts.LONG;
import static uplink.ear.browser.HostileTexts.SHORT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uplink.ear.LiveUplink;
import uplink.ear.People;

/** What people write who want to be connected, and what is written about them. */
final class HostileApplications {

    private final LiveUplink uplink;
    private final HostileTexts texts;

    HostileApplications(LiveUplink uplink, HostileTexts texts) {
        this.uplink = uplink;
        this.texts = texts;
    }

    void write(String signedIn) {
        Map<String, Object> wanted =
                Map.of("contactName", LONG, "phone", "+79001234567", "address", LONG, "comment", LONG, "consent", true);
        texts.post("applications", wanted);
        texts.post("services/applications", Map.of("address", LONG, "comment", LONG), signedIn);
        String id = texts.post("admin/applications", wanted);
        String one = "admin/applications/" + id;
        texts.post(one + "/refuse", Map.of("reason", LONG, "awaitsCoverage", true));
        texts.post(one + "/reopen", Map.of("note", LONG));
        texts.post(one + "/accept", Map.of("address", place(), "note", LONG));
        visit(one);
    }

    private void visit(String application) {
        Map<String, Object> crew = Map.of("name", LONG, "memberIds", List.of());
        String id = texts.post("admin/crews", crew);
        texts.change("PUT", "admin/crews/" + id, crew);
        String day = LocalDate.parse(
                        texts.read("test/clock").path("now").asText().substring(0, 10))
                .plusDays(1)
                .toString();
        texts.post(
                "admin/crews/" + id + "/shifts",
                Map.of(
                        "from",
                        day,
                        "weekdays",
                        List.of(),
                        "starts",
                        "09:00",
                        "ends",
                        "18:00",
                        "area",
                        LONG,
                        "capacity",
                        2));
        String shift =
                texts.read("admin/crews/shifts?crewId=" + id).at("/items/0/id").asText();
        Map<String, Object> appointment = Map.of("shiftId", shift, "bring", LONG);
        texts.post(application + "/schedule", appointment);
        texts.post(application + "/call-off", Map.of("reason", LONG));
        texts.post(application + "/schedule", appointment);
        String order = texts.read(application).at("/visit/workOrderId").asText();
        texts.keep(order);
        made(order);
    }

    /** What is looked at and signed is not what is tried here. */
    private void made(String order) {
        People.update(uplink, "update work_order_items set done_at = now() where work_order_id = ?::uuid", order);
        People.update(
                uplink,
                """
                insert into work_order_files (id, work_order_id, kind, media_type, content, created_at)
                values (gen_random_uuid(), ?::uuid, 'signature', 'image/png', '\\x00', now())""",
                order);
        texts.post(
                "admin/work-orders/" + order + "/complete",
                Map.of(
                        "fullName",
                        LONG,
                        "tariffId",
                        People.value(uplink, "select id::text from tariffs where code = 'HOME-100'"),
                        "devices",
                        List.of(),
                        "materials",
                        List.of(Map.of("name", LONG, "quantity", "1.00", "unit", SHORT)),
                        "note",
                        LONG));
    }

    private static Map<String, Object> place() {
        Map<String, Object> place = new HashMap<>(Map.of("region", LONG, "city", LONG, "street", LONG, "note", LONG));
        place.putAll(Map.of("house", SHORT, "flat", SHORT, "entrance", SHORT, "floor", SHORT));
        return place;
    }
}
