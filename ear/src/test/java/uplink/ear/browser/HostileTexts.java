package uplink.ear.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uplink.ear.Api;
import uplink.ear.DemoStaff;
import uplink.ear.LiveUplink;
import uplink.ear.People;

/**
 * One of everything that the API lets people write, with markup and expressions in every text. It knows which fields it
 * has written, so that a field which nobody thought of is found.
 */
final class HostileTexts {

    /** Runs by any way that a browser has when it is not escaped; the expressions would come out as numbers. */
    static final String LONG = "\"'><img src=x onerror=ran()><script>ran()</script>#{7*6}${7*6}";

    /** For fields that take twenty characters. */
    static final String SHORT = "<b id=mark>";

    private final LiveUplink uplink;
    private final Api api;
    private final String admin;
    private final HostileMoney money;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Set<String> written = new HashSet<>();
    private final List<String> ids = new ArrayList<>();

    HostileTexts(LiveUplink uplink) {
        this.uplink = uplink;
        this.api = new Api(uplink, LONG, null);
        this.admin = Api.field(DemoStaff.signIn(uplink, "admin@demo.uplink"), "accessToken");
        this.money = new HostileMoney(uplink, this);
    }

    /** Writes all of it; answers the e-mail of the customer who owns some. */
    String write() {
        catalogue();
        String customer = customer();
        access();
        imported();
        String email = People.make(uplink, "customer");
        People.update(
                uplink,
                "update customers set user_id = (select id from users where email = ?) where id = ?::uuid",
                email,
                customer);
        People.update(uplink, "update users set full_name = ? where email = ?", LONG, email);
        HttpResponse<String> signedIn = api.post(
                "auth/login", Map.of("email", email, "password", LiveUplink.DEMO_PASSWORD, "deviceInfo", LONG), null);
        assertEquals(200, signedIn.statusCode());
        written.add("POST /auth/login deviceInfo");
        money.write(customer);
        new HostileDevices(uplink, this).write(customer);
        new HostileCampaigns(uplink, this).write();
        new HostileEnds(this).write(customer, Api.field(signedIn, "accessToken"));
        new HostileApplications(uplink, this).write(Api.field(signedIn, "accessToken"));
        network();
        places();
        return email;
    }

    /** Operation and field of everything that was written. */
    Set<String> written() {
        return written;
    }

    /** Of what was written: pages about it have one of them in their address. */
    List<String> ids() {
        return ids;
    }

    private void catalogue() {
        Map<String, Object> names = Map.of("code", code("tax"), "nameRu", LONG, "nameEn", LONG);
        post("admin/taxes", with(names, "rate", Map.of("validFrom", "2026-01-01", "rate", "20", "mode", "included")));
        Map<String, Object> fee = with(with(names, "code", code("fee")), "amount", "10.00");
        keep(change("PUT", "admin/fees/" + post("admin/fees", fee), fee));
        Map<String, Object> discount = with(with(names, "code", code("off")), "percent", "10");
        keep(change("PUT", "admin/discounts/" + post("admin/discounts", discount), discount));
    }

    private String customer() {
        Map<String, Object> version =
                Map.of("validFrom", "2026-01-01", "nameRu", LONG, "nameEn", LONG, "price", "500.00", "period", "P1M");
        String tariff = post(
                "admin/tariffs",
                Map.of("code", code("plan"), "kind", "internet", "audience", "person", "firstVersion", version));
        post("admin/tariffs/" + tariff + "/versions", with(version, "validFrom", "2027-06-01"));
        Map<String, Object> address = new HashMap<>(Map.of("region", LONG, "city", LONG, "street", LONG, "note", LONG));
        address.putAll(Map.of("house", SHORT, "flat", SHORT, "entrance", SHORT, "floor", SHORT));
        Map<String, Object> contract = Map.of("tariffId", tariff, "address", address);
        String customer = post(
                "admin/customers",
                Map.of("kind", "person", "fullName", LONG, "contract", contract, "requisites", requisites()));
        change("PATCH", "admin/customers/" + customer, Map.of("fullName", LONG, "requisites", requisites()));
        people(customer);
        String second = post("admin/customers/" + customer + "/contracts", contract);
        change("PATCH", "admin/contracts/" + second, Map.of("address", address));
        String service = post(
                "admin/customers/" + customer + "/subscriptions", Map.of("contractId", second, "tariffId", tariff));
        post("admin/subscriptions/" + service + "/fees", Map.of("text", LONG, "amount", "12.00"));
        post("admin/customers/" + customer + "/adjustments", Map.of("amount", "7.00", "reason", LONG));
        post("admin/payments", Map.of("customerId", customer, "amount", "11.00", "comment", LONG));
        return customer;
    }

    private static Map<String, Object> requisites() {
        return Map.of("legalName", LONG, "legalAddress", LONG, "bankName", LONG);
    }

    private void people(String customer) {
        String contacts = "admin/customers/" + customer + "/contacts";
        Map<String, Object> somebody = Map.of("name", LONG, "role", LONG, "email", "people@example.org");
        change("PUT", contacts + "/" + post(contacts, somebody), somebody);
        String papers = "admin/customers/" + customer + "/identity-documents";
        post(papers, Map.of("kind", "other", "number", "AB-12345678", "issuedBy", LONG));
        String paper = read(papers).at("/items/0/id").asText();
        post(papers + "/" + paper + "/open", Map.of("reason", LONG));
        String notes = "admin/customers/" + customer + "/notes";
        change("PATCH", notes + "/" + post(notes, Map.of("text", LONG, "pinned", true)), Map.of("text", LONG));
    }

    /** Where the customer lives, so that it is told there, too. */
    private void network() {
        List<Map<String, Object>> places =
                List.of(Map.of("city", LONG, "street", LONG, "house", SHORT), Map.of("city", LONG, "street", LONG));
        Map<String, Object> outage = Map.of("places", places, "reasonRu", LONG, "reasonEn", LONG, "note", LONG);
        keep(change("PUT", "admin/outages/" + post("admin/outages", outage), outage));
    }

    private void places() {
        Map<String, Object> names = Map.of("type", SHORT, "name", LONG);
        String region = post("admin/places", with(names, "kind", "region"));
        change("PUT", "admin/places/" + region, names);
        String street = post("admin/places", with(with(names, "kind", "street"), "parentId", region));
        String house = "admin/places/" + post("admin/places", with(with(names, "kind", "house"), "parentId", street));
        change("PUT", house + "/coverage", Map.of("technology", "gpon", "note", LONG));
        Map<String, Object> note = Map.of("entrance", SHORT, "floor", SHORT, "text", LONG);
        change("PUT", house + "/notes/" + post(house + "/notes", note), note);
    }

    private void access() {
        String email = "hostile-" + mark + "@example.org";
        String user = post(
                "admin/users", Map.of("email", email, "fullName", LONG, "role", "tech", "password", "Correct-Horse-7"));
        change("PATCH", "admin/users/" + user, Map.of("fullName", LONG));
        passkey();
        Map<String, Object> role = Map.of("nameRu", LONG, "nameEn", LONG, "permissions", List.of("customer:read"));
        post("admin/roles", with(role, "code", code("role")));
        change("PATCH", "admin/roles/" + code("role"), role);
        String account = post("admin/service-accounts", Map.of("name", LONG));
        post(
                "admin/service-accounts/" + account + "/keys",
                Map.of("name", LONG, "permissions", List.of("customer:read"), "days", 1));
        Map<String, Object> registration =
                Map.of("email", "reg-" + mark + "@example.org", "fullName", LONG, "password", "Correct-Horse-7");
        assertEquals(202, api.post("auth/register", registration, null).statusCode());
        note("POST", "auth/register", registration, "");
    }

    /** Only an authenticator can make one; its label is written like any other text. */
    private void passkey() {
        String passkey = UUID.randomUUID().toString();
        People.update(
                uplink,
                """
                insert into passkeys (id, user_id, credential_id, credential, aaguid, sign_count, backup_eligible,
                    backed_up, transports, label, created_at)
                select ?::uuid, id, decode(md5(?), 'hex'), '', id, 0, false, false, '{}', 'Key', now()
                from users where email = 'admin@demo.uplink'
                """,
                passkey,
                passkey);
        change("PATCH", "auth/passkeys/" + passkey, Map.of("label", LONG));
        written.add("POST /auth/passkeys label");
    }

    /** What would be in the way of somebody who signs in afterwards. */
    void cleanUp() {
        People.update(uplink, "delete from passkeys where label = ?", LONG);
        money.cleanUp();
    }

    /** Every cell is hostile: what is refused is shown with its reason. */
    private void imported() {
        String cell = "\"" + LONG.replace("\"", "\"\"") + "\"";
        String file = "contract_number,kind,full_name,city,street,house,tariff\n"
                + ("X-" + mark + ",person," + cell + "," + cell + "," + cell + ",<b id=mark>," + cell + "\n")
                + (cell + "," + cell + "," + cell + "," + cell + "," + cell + "," + cell + "," + cell + "\n");
        HttpResponse<String> answer = api.upload("admin/imports/customers", LONG + ".csv", file, admin);
        assertTrue(answer.statusCode() < 300, answer.body());
        ids.add(Api.json(answer).path("id").asText());
        headings(cell);
    }

    /** A heading that somebody has explained is listed where files are uploaded. */
    private void headings(String heading) {
        HttpResponse<String> answer =
                api.upload("admin/imports/customers", "headings.csv", heading + ",price " + mark + "\n1,2\n", admin);
        String id = Api.json(answer).path("id").asText();
        ids.add(id);
        change(
                "PUT",
                "admin/imports/" + id + "/headings",
                Map.of("headings", List.of(Map.of("heading", LONG, "column", "inn"))));
    }

    String post(String path, Map<String, Object> body) {
        return post(path, body, admin);
    }

    /** What is answered to the admin, and kept nowhere. */
    JsonNode ask(String path, Map<String, Object> body) {
        HttpResponse<String> answer = api.post(path, body, admin);
        assertEquals(200, answer.statusCode(), path + " " + answer.body());
        return Api.json(answer);
    }

    /** Answers the id of what was made. */
    String post(String path, Map<String, Object> body, String token) {
        HttpResponse<String> answer =
                api.post(path, body, token, "Idempotency-Key", UUID.randomUUID().toString());
        assertEquals(2, answer.statusCode() / 100, path + " " + answer.body());
        note("POST", path, body, "");
        String id = Api.json(answer).path("id").asText();
        keep(id);
        return id;
    }

    String change(String method, String path, Map<String, Object> body) {
        HttpResponse<String> answer = api.send(method, path, body, admin);
        assertEquals(2, answer.statusCode() / 100, path + " " + answer.body());
        note(method, path, body, "");
        return Api.json(answer).path("id").asText();
    }

    /** What the admin reads there. */
    JsonNode read(String path) {
        HttpResponse<String> answer = api.get(path, admin);
        assertEquals(200, answer.statusCode(), path + " " + answer.body());
        return Api.json(answer);
    }

    String admin() {
        return admin;
    }

    void keep(String id) {
        if (!id.isEmpty()) {
            ids.add(id);
        }
    }

    private void note(String method, String path, Map<?, ?> body, String prefix) {
        body.forEach((name, value) -> {
            if (LONG.equals(value) || SHORT.equals(value)) {
                written.add(method + " /" + general(path) + " " + prefix + name);
            } else if (value instanceof Map<?, ?> inner) {
                note(method, path, inner, prefix + name + ".");
            }
        });
    }

    /** The address as the document has it, whatever the names of its parts are. */
    static String general(String path) {
        return path.replaceAll("\\{[^}]*}", "*")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "*")
                .replaceAll("roles/role-[0-9a-f]+", "roles/*")
                .replaceAll("calendars/[a-z]+/", "calendars/*/")
                .replaceAll("retention/rules/[a-z]+", "retention/rules/*");
    }

    String code(String kind) {
        return kind + "-" + mark;
    }

    static Map<String, Object> with(Map<String, Object> before, String name, Object value) {
        Map<String, Object> after = new HashMap<>(before);
        after.put(name, value);
        return after;
    }
}
