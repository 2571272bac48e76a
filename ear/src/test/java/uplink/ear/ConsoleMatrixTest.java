package uplink.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every view of the console × everybody who may come, whichever way the address is spelled, read and posted. A view
 * without a row here fails the build, so nobody opens one without having thought about who may see it.
 */
class ConsoleMatrixTest {

    private static final String ANYONE = "anyone";
    private static final String SIGNED_IN = "signed-in";

    /** The permission that opens each view. */
    static final Map<String, String> VIEWS = rows(
            ANYONE,
            "sign-in sign-in-code forgot reset unlock setup error",
            SIGNED_IN,
            "index enrol account confirm passkey",
            "customer:read",
            "customers customer subscription contract terminations duplicates message",
            "customer:write",
            "customer-edit handover contact-edit note-edit",
            "application:read",
            "applications application-list application-funnel application crew-calendar crews",
            "application:write",
            "application-edit",
            "crew:write",
            "crew-edit",
            "workorder:work",
            "work-orders work-order",
            "customer:erase",
            "erasures erasure",
            "bulk:work",
            "bulk-works bulk-work",
            "campaign:read",
            "campaigns campaign campaign-text",
            "campaign:write",
            "campaign-edit",
            "customer:merge",
            "merge",
            "device:read",
            "devices device device-models warehouses stock-taking",
            "device:write",
            "device-receive warehouse-edit",
            "catalog:read",
            "tariffs tariff price-list policies holidays",
            "catalog:write",
            "tariff-edit fee-edit discount-edit tax-edit change-rule-edit policy-edit device-model-edit",
            "outage:read",
            "outages outage",
            "outage:write",
            "outage-edit",
            "address:read",
            "places place",
            "address:write",
            "place-edit",
            "event:admin",
            "dead-letters dead-letter dead-messages",
            "billing:run",
            "bill-runs bill-run quarantine document-package",
            "billing:read",
            "invoice periods dunning document",
            "import:run",
            "imports import import-headings",
            "system:check",
            "integrity channels",
            "retention:manage",
            "retention retention-rule retention-run",
            "user:write",
            "users user user-edit service-accounts service-account",
            "role:write",
            "roles role-edit",
            "key:write",
            "signing-keys",
            "audit:read",
            "audit audit-entry",
            "payment:read",
            "payments payment payouts payment-agents bank-statements bank-statement bank-entries bank-entry"
                    + " cash-receipt fiscal-receipts fiscal-receipt",
            "payment:reconcile",
            "reconciliation discrepancy",
            "payment:configure",
            "payment-agent-edit requisites",
            "document:write",
            "document-templates document-template",
            "message:write",
            "message-templates message-template",
            "approval:decide",
            "approvals approval");

    private static final LiveUplink uplink = LiveUplink.shared();

    @Test
    void everyViewHasARow() throws IOException {
        Set<String> files = views();
        files.removeAll(VIEWS.keySet());
        assertEquals(Set.of(), files, "a view needs a row in this test");
    }

    private static Set<String> views() throws IOException {
        Set<String> files = new TreeSet<>();
        try (Stream<java.nio.file.Path> views = Files.list(LiveUplink.home().resolve("web-module/src/main/webapp"))) {
            views.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".xhtml"))
                    .forEach(name -> files.add(name.replace(".xhtml", "")));
        }
        return files;
    }

    /** The rows of the views that there are. */
    private static Stream<Map.Entry<String, String>> rows() throws IOException {
        Set<String> views = views();
        return VIEWS.entrySet().stream().filter(row -> views.contains(row.getKey()));
    }

    @TestFactory
    Stream<DynamicTest> nobodyOpensMoreThanTheSignIn() throws IOException {
        ConsoleClient stranger = new ConsoleClient(uplink, null);
        return rows().map(view -> DynamicTest.dynamicTest("nobody: " + view.getKey(), () -> {
            for (String spelling : spellings(view.getKey())) {
                stranger(stranger.get(spelling), spelling, view.getValue());
                stranger(post(stranger, spelling), spelling, view.getValue());
            }
        }));
    }

    private static void stranger(HttpResponse<String> answer, String address, String permission) {
        boolean toSignIn =
                answer.statusCode() == 302 && ConsoleClient.location(answer).contains("/admin/sign-in")
                        || answer.body().contains("<redirect url=\"/admin/sign-in");
        if (permission.equals(ANYONE)) {
            assertTrue(answer.statusCode() < 500, address + " " + answer.statusCode());
        } else {
            assertTrue(
                    toSignIn || Set.of(400, 403, 404).contains(answer.statusCode()),
                    address + " " + answer.statusCode() + " " + ConsoleClient.location(answer));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyRoleOpensWhatItMay() throws IOException {
        List<Map.Entry<String, String>> views = rows().toList();
        return ConsoleStaff.ROLES.stream().flatMap(role -> views.stream()
                .filter(view -> !view.getValue().equals(ANYONE))
                .map(view -> DynamicTest.dynamicTest(
                        role + ": " + view.getKey(), () -> check(role, view.getKey(), view.getValue()))));
    }

    private static void check(String role, String view, String permission) {
        ConsoleStaff member = ConsoleStaff.of(role);
        boolean may = permission.equals(SIGNED_IN) || member.may(permission);
        ConsoleClient console = member.console();
        if (may) {
            for (String spelling : List.of("/" + view, "/" + view + ".xhtml")) {
                HttpResponse<String> read = console.get(spelling);
                // details without an id lead to "not found" or back to their list
                assertTrue(
                        Set.of(200, 302, 400, 404).contains(read.statusCode())
                                && !ConsoleClient.location(read).contains("sign-in"),
                        spelling + " " + read.statusCode() + " " + ConsoleClient.location(read));
            }
        } else {
            for (String spelling : spellings(view)) {
                HttpResponse<String> read = console.get(spelling);
                HttpResponse<String> posted = post(console, spelling);
                assertTrue(Set.of(400, 403, 404).contains(read.statusCode()), spelling + " " + read.statusCode());
                assertTrue(Set.of(400, 403, 404).contains(posted.statusCode()), spelling + " " + posted.statusCode());
            }
            assertEquals(403, console.get("/" + view).statusCode(), "the plain address says so");
        }
    }

    /** A click on any button of that page, with the state of a page that this role may see. */
    private static HttpResponse<String> post(ConsoleClient console, String address) {
        return console.post(
                address,
                Map.of("form", "form", "form:save", "form:save"),
                "-1:-1",
                Map.of("jakarta.faces.partial.ajax", "true"),
                "Faces-Request",
                "partial/ajax");
    }

    private static List<String> spellings(String view) {
        return List.of(
                "/" + view,
                "/" + view + ".xhtml",
                "/" + view + ";jsessionid=x",
                "/" + view + ".xhtml;x=/sign-in",
                "//" + view + ".xhtml",
                "/./" + view + ".xhtml",
                "/jakarta.faces.resource/../" + view + ".xhtml",
                "/jakarta.faces.resource/..;/" + view + ".xhtml",
                "/sign-in/../" + view,
                "/" + view + "%2exhtml",
                "/%2e/" + view,
                "/" + view + ".xhtml%00",
                "/" + view + ".xhtml/",
                "/" + view + "?id=%00");
    }

    private static Map<String, String> rows(String... permissionAndViews) {
        Map<String, String> rows = new TreeMap<>();
        for (int i = 0; i < permissionAndViews.length; i += 2) {
            for (String view : permissionAndViews[i + 1].split(" ")) {
                rows.put(view, permissionAndViews[i]);
            }
        }
        return rows;
    }
}
