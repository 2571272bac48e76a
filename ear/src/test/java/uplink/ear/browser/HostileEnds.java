package uplink.ear.browser;

import static uplink.ear.browser.HostileTexts.LONG;
import static uplink.ear.browser.HostileTexts.SHORT;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import uplink.ear.LiveUplink;
import uplink.ear.People;

/** What people write when a discount begins or ends, and when somebody leaves. */
final class HostileEnds {

    private final HostileTexts texts;
    private final LocalDate today;

    HostileEnds(HostileTexts texts) {
        this.texts = texts;
        this.today =
                LocalDate.parse(texts.read("test/clock").path("now").asText().substring(0, 10));
    }

    void write(String customer, String signedIn) {
        discount(customer);
        String contract = texts.read("admin/customers/" + customer + "/contracts")
                .at("/items/0/id")
                .asText();
        asked(contract, signedIn);
        moved(contract);
        handedOver(contract);
        forgotten(customer, signedIn);
        String on = today.plusDays(60).toString();
        texts.post("admin/contracts/" + contract + "/termination", Map.of("on", on, "reason", LONG, "equipment", LONG));
    }

    private void discount(String customer) {
        String service = texts.read("admin/customers/" + customer + "/subscriptions")
                .at("/items/0/id")
                .asText();
        String discount = texts.post(
                "admin/discounts", Map.of("code", texts.code("less"), "nameRu", LONG, "nameEn", LONG, "percent", "5"));
        String granted = texts.post(
                "admin/subscriptions/" + service + "/discounts",
                Map.of("discountId", discount, "from", today.toString(), "reason", LONG));
        texts.post(
                "admin/subscriptions/" + service + "/discounts/" + granted + "/end",
                Map.of("on", today.plusDays(40).toString(), "reason", LONG));
    }

    /** Some day, and taken back. */
    private void moved(String contract) {
        Map<String, Object> place = new HashMap<>(Map.of("region", LONG, "city", LONG, "street", LONG, "note", LONG));
        place.putAll(Map.of("house", SHORT, "flat", SHORT, "entrance", SHORT, "floor", SHORT));
        texts.post(
                "admin/contracts/" + contract + "/relocations",
                Map.of("on", today.plusDays(20).toString(), "address", place, "reason", LONG));
        texts.post("admin/contracts/" + contract + "/relocations/revoke", Map.of("answer", LONG));
    }

    /** To somebody new, and taken back. */
    private void handedOver(String contract) {
        String on = today.plusDays(50).toString();
        Map<String, Object> somebody = Map.of("kind", "person", "fullName", LONG);
        texts.post("admin/contracts/" + contract + "/handover/preview", Map.of("on", on, "customer", somebody));
        texts.post(
                "admin/contracts/" + contract + "/handover",
                Map.of("on", on, "customer", somebody, "number", texts.code("H"), "reason", LONG));
        texts.post("admin/contracts/" + contract + "/handover/revoke", Map.of("answer", LONG));
    }

    /** Asked for and refused; and somebody who left long ago is erased. */
    private void forgotten(String customer, String signedIn) {
        texts.post("me/erasure", Map.of("reason", LONG), signedIn);
        texts.post("admin/customers/" + customer + "/erasure/refuse", Map.of("answer", LONG));
        String gone = texts.post(
                "admin/customers",
                Map.of("kind", "person", "fullName", LONG, "contract", Map.of("signedOn", "2020-01-01")));
        JsonNode contract = texts.read("admin/customers/" + gone + "/contracts").at("/items/0");
        texts.post(
                "admin/contracts/" + contract.path("id").asText() + "/termination",
                Map.of("on", "2021-01-01", "reason", LONG, "equipment", LONG));
        texts.post(
                "admin/customers/" + gone + "/erasure",
                Map.of("contractNumber", contract.path("number").asText(), "basis", LONG));
        texts.change("PATCH", "admin/retention/rules/imports", Map.of("reason", LONG));
        notTheSame(customer);
        merged(customer);
    }

    /** What is suggested is found at night; this one is put there. */
    private void notTheSame(String customer) {
        String pair = People.value(
                LiveUplink.shared(),
                """
                insert into duplicates (id, customer_id, other_id, reasons, weight, found_at)
                select gen_random_uuid(), least(a.id, b.id), greatest(a.id, b.id), '{name-and-home}', 3, now()
                from customers a, lateral (select c.id from customers c where c.id <> a.id order by c.id limit 1) b
                where a.id = ?::uuid returning id::text""",
                customer);
        texts.change("POST", "admin/duplicates/" + pair + "/dismiss", Map.of("why", LONG));
    }

    /** Somebody who left long ago turns out to be the customer. */
    private void merged(String customer) {
        String same = texts.post(
                "admin/customers",
                Map.of("kind", "person", "fullName", LONG, "contract", Map.of("signedOn", "2020-01-01")));
        JsonNode contract = texts.read("admin/customers/" + same + "/contracts").at("/items/0");
        texts.post(
                "admin/contracts/" + contract.path("id").asText() + "/termination",
                Map.of("on", "2021-01-01", "reason", LONG));
        texts.change(
                "POST",
                "admin/customers/" + customer + "/merge",
                Map.of(
                        "otherId",
                        same,
                        "contractNumber",
                        contract.path("number").asText(),
                        "reason",
                        LONG));
    }

    /** Refused once; then agreed on, and taken back. */
    private void asked(String contract, String signedIn) {
        Map<String, Object> wish = Map.of("on", today.plusDays(30).toString(), "reason", LONG);
        String first = texts.post("me/contracts/" + contract + "/termination", wish, signedIn);
        texts.post("admin/terminations/" + first + "/refuse", Map.of("answer", LONG));
        String second = texts.post("me/contracts/" + contract + "/termination", wish, signedIn);
        texts.post("admin/terminations/" + second + "/agree", Map.of("equipment", LONG));
        texts.post("admin/terminations/" + second + "/revoke", Map.of("answer", LONG));
    }
}
