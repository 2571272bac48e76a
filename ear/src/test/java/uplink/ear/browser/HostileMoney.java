package uplink.ear.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uplink.ear.browser.HostileTexts.LONG;
import static uplink.ear.browser.HostileTexts.SHORT;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uplink.ear.Api;
import uplink.ear.BankFiles;
import uplink.ear.DemoStaff;
import uplink.ear.LiveUplink;
import uplink.ear.People;
import uplink.ear.Waiting;

/** What people write about money: reasons of refunds and decisions, whose money it is, who is paid, what debt leads to. */
final class HostileMoney {

    private final LiveUplink uplink;
    private final HostileTexts texts;
    /** Who was paid before. */
    private final Map<String, Object> payee = new HashMap<>();

    HostileMoney(LiveUplink uplink, HostileTexts texts) {
        this.uplink = uplink;
        this.texts = texts;
    }

    void write(String customer) {
        refunds(customer);
        payOut(customer);
        periods();
        bank(customer);
        reconciliation(customer);
        agents();
        policies();
        calendar();
        requisites();
        bulk();
    }

    /** For everybody whose name is hostile; above the threshold, so that a second person has to say something. */
    private void bulk() {
        String accountant = Api.field(DemoStaff.signIn(uplink, "accountant@demo.uplink"), "accessToken");
        for (String decision : List.of("refuse", "approve")) {
            Map<String, Object> correction = Map.of("amount", "20000.00", "reason", LONG);
            String path = "admin/bulk-works/"
                    + texts.post(
                            "admin/bulk-works",
                            Map.of("kind", "adjust", "filter", Map.of("q", LONG), "parameters", correction),
                            accountant);
            Waiting.until(
                    "worked out",
                    Duration.ofSeconds(30),
                    () -> texts.read(path).path("status").asText().equals("ready"));
            int ready = texts.read(path).at("/counts/ready").asInt();
            texts.post(path + "/commit", Map.of("count", ready), accountant);
            texts.post(path + "/" + decision, Map.of("note", LONG));
        }
    }

    /** Above the threshold, so that a second person has to say something. */
    private void refunds(String customer) {
        String accountant = Api.field(DemoStaff.signIn(uplink, "accountant@demo.uplink"), "accessToken");
        for (String decision : List.of("approve", "refuse")) {
            String payment = texts.post("admin/payments", Map.of("customerId", customer, "amount", "20000.00"));
            String refund = texts.post("admin/payments/" + payment + "/refund", Map.of("reason", LONG), accountant);
            String approval = People.value(uplink, "select id from approvals where refund_id = ?::uuid", refund);
            texts.keep(approval);
            texts.post("admin/approvals/" + approval + "/" + decision, Map.of("note", LONG));
        }
    }

    /** The account's check digit is right. */
    private void payOut(String customer) {
        Map<String, Object> payee = Map.of("name", LONG, "account", "40817810700000000001", "bic", "044525225");
        texts.post(
                "admin/customers/" + customer + "/payouts",
                Map.of("amount", "1.00", "method", "bank", "payee", payee, "reason", LONG));
    }

    private void periods() {
        Map<String, Object> day = Map.of("closedThrough", "2020-01-31", "reason", LONG);
        texts.post("admin/accounting-periods/close", day);
        texts.post("admin/accounting-periods/reopen", Map.of("reason", LONG));
    }

    private void bank(String customer) {
        String contract = People.value(
                uplink, "select number from contracts where customer_id = ?::uuid order by id limit 1", customer);
        HttpResponse<String> answer = BankFiles.send(
                uplink, texts.admin(), BankFiles.of(LONG, LONG, "по договору № " + contract + " " + LONG));
        assertEquals(201, answer.statusCode(), answer.body());
        String entry = People.value(
                uplink, "select id from bank_entries where status = 'waiting' and purpose = ? order by id desc", LONG);
        texts.keep(entry);
        texts.post("admin/bank-entries/" + entry + "/set-aside", Map.of("reason", LONG));
        texts.post("admin/bank-entries/" + entry + "/undo", Map.of("reason", LONG));
    }

    /** Only a provider's register can make one; what is said about it is written like any other text. */
    private void reconciliation(String customer) {
        for (String decision : List.of("explain", "request")) {
            String payment = texts.post("admin/payments", Map.of("customerId", customer, "amount", "3.00"));
            String found = UUID.randomUUID().toString();
            People.update(
                    uplink,
                    """
                    insert into discrepancies (id, provider, day, kind, subject, external_id, payment_id, ours, currency,
                        status, found_at)
                    values (?::uuid, 'yookassa', '2026-01-15', 'missing-there', ?, ?, ?::uuid, 3.00, 'RUB', 'open', now())""",
                    found,
                    found + LONG,
                    found + LONG,
                    payment);
            texts.keep(found);
            texts.post("admin/reconciliation/" + found + "/" + decision, Map.of("reason", LONG));
        }
    }

    private void agents() {
        Map<String, Object> agent = Map.of(
                "code", texts.code("agent"), "name", LONG, "minAmount", "1.00", "maxAmount", "2.00", "active", false);
        texts.keep(texts.change("PUT", "admin/payment-agents/" + texts.post("admin/payment-agents", agent), agent));
    }

    private void policies() {
        String copied = texts.read("admin/policies").at("/items/0/id").asText();
        Map<String, Object> policy = Map.of(
                "copyOf",
                copied,
                "code",
                texts.code("policy"),
                "nameRu",
                LONG,
                "nameEn",
                LONG,
                "rank",
                9100 + (int) (System.nanoTime() % 800),
                "active",
                false);
        String made = texts.post("admin/policies", policy);
        texts.change("PUT", "admin/policies/" + made, policy);
    }

    /** A Sunday that is over. */
    private void calendar() {
        Map<String, Object> day = Map.of("day", "2026-02-01", "working", false, "nameRu", LONG, "nameEn", LONG);
        texts.change("PUT", "admin/calendars/ru/days", day);
    }

    /** What other tests look at. */
    void cleanUp() {
        texts.change("PUT", "admin/requisites", payee);
        People.update(uplink, "delete from calendar_days where name_ru = ?", LONG);
    }

    private void requisites() {
        texts.read("admin/requisites").fields().forEachRemaining(field -> {
            if (field.getValue().isTextual()) {
                payee.put(field.getKey(), field.getValue().asText());
            }
        });
        Map<String, Object> hostile = Map.of(
                "name",
                LONG,
                "bankName",
                SHORT,
                "purpose",
                LONG,
                "address",
                LONG,
                "inn",
                "7707083893",
                "kpp",
                "770701001",
                "account",
                "40702810438000060473",
                "bic",
                "044525225",
                "corrAccount",
                "30101810400000000225");
        texts.change("PUT", "admin/requisites", hostile);
    }
}
