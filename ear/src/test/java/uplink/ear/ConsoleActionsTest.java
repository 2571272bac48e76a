package uplink.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uplink.ear.ConsoleActions.Action;

/**
 * Everything that the console can be told to do × every role of staff that may not: the command is sent although the
 * page does not show it, as the whole form and alone, and nothing comes of it. A command without a row fails the build.
 */
class ConsoleActionsTest {

    private static final String ANYONE = "anyone";
    private static final String SIGNED_IN = "signed-in";

    /** The permission that each command needs; a bean's name stands for all of its methods. */
    private static final Map<String, String> COMMANDS = rows(
            ANYONE,
            "languageSwitch.turn recoveryPage signInPage passkeySignIn setupPage",
            SIGNED_IN,
            "signedIn.signOut accountPage passkeyList passkeyForm confirmPage enrolPage tables.rewind",
            "customer:read",
            "search contractPage.pdf",
            "customer:write",
            "customerForm contractAction newService subscriptionAction freezeAction promiseAction terminationAction"
                    + " handoverForm handoverAction relocationAction contactForm noteAction noteForm identityAction.add"
                    + " identityAction.remove consentAction duplicateList messagePage.resend invoiceEnclosure.turn"
                    + " addressHouse",
            "customer:erase",
            "erasurePage",
            "bulk:work",
            "bulkOrder bulkPage.commit bulkPage.stop bulkPage.resume bulkPage.undo bulkPage.export bulkPage.watch",
            "campaign:read",
            "campaignPage.look campaignPage.watch campaignTextForm.look",
            "campaign:write",
            "campaignForm campaignPage.order campaignPage.withdraw campaignPage.stop campaignPage.resume"
                    + " campaignPage.remove campaignTextForm.save campaignTextForm.send",
            "customer:merge",
            "mergePage",
            "identity:read",
            "identityAction.open",
            "application:read",
            "applicationBoard.look funnelPage.look",
            "application:write",
            "applicationPage applicationForm",
            "workorder:work",
            "workOrderPage",
            "crew:write",
            "crewForm crewCalendar",
            "device:write",
            "devicePage deviceReceipt warehouseForm customerDevices stockTakingPage",
            "payment:write",
            "cashDialog.take bankEntryPage bankStatementList fiscalReceiptPage",
            "payment:refund",
            "paymentPage.refund payoutAction",
            "payment:reconcile",
            "discrepancyPage",
            "payment:configure",
            "paymentAgentForm requisitesForm logoForm",
            "approval:decide",
            "approvalPage bulkPage.approve bulkPage.refuse campaignPage.approve campaignPage.refuse",
            "approval:set",
            "approvalList.setThreshold",
            "period:close",
            "periodList.close",
            "period:reopen",
            "periodList.reopen",
            "ledger:adjust",
            "cashDialog.adjust",
            "catalog:write",
            "tariffForm tariffPage feeForm discountForm taxForm changeRuleForm policyForm holidayPage deviceModelForm",
            "billing:read",
            "invoicePage.pdf documentAction",
            "payment:read",
            "paymentPage.pdf",
            "billing:run",
            "runList runPage quarantineList packageAction",
            "document:write",
            "documentTemplateForm",
            "message:write",
            "messageTemplateForm",
            "import:run",
            "importList importPage importHeadingsPage",
            "outage:write",
            "outagePage outageForm",
            "address:read",
            "placeChoice",
            "address:write",
            "placePage placeForm",
            "event:admin",
            "deadLetterPage deadMessageList messagePage.replay",
            "system:check",
            "integrityPage",
            "retention:manage",
            "retentionList retentionRulePage retentionRunPage",
            "audit:read",
            "auditList",
            "user:write",
            "userPage userForm serviceAccountPage serviceAccountList",
            "role:write",
            "roleForm",
            "key:write",
            "signingKeyList");

    /** Parts of pages, and the page that shows them to those who may. */
    private static final Map<String, String> PAGES = Map.of(
            "WEB-INF/parts/customer/", "customer",
            "WEB-INF/parts/contract/", "contract",
            "WEB-INF/parts/device/", "device",
            "WEB-INF/parts/subscription/", "subscription",
            "WEB-INF/parts/run/", "bill-run",
            "WEB-INF/parts/bulk/order", "customers",
            "WEB-INF/parts/bulk/decision", "bulk-work",
            "WEB-INF/parts/campaign/", "campaign",
            "WEB-INF/templates/", "customers");

    /** Something of the demo to look at, for pages about one thing. */
    private static final Map<String, String> THINGS = Map.ofEntries(
            Map.entry("customer", "select customer_id from contracts order by number limit 1"),
            Map.entry("contract", "select id from contracts order by number limit 1"),
            Map.entry("device", "select id from devices order by id limit 1"),
            Map.entry("work-order", "select id from work_orders order by id limit 1"),
            Map.entry("stock-taking", "select id from warehouses order by id limit 1"),
            Map.entry("application", "select id from applications order by id limit 1"),
            Map.entry("place", "select id from places where kind = 'house' order by id limit 1"),
            Map.entry("handover", "select id from contracts order by number limit 1"),
            Map.entry("subscription", "select id from subscriptions where status = 'active' order by id limit 1"),
            Map.entry("tariff", "select tariff_id from packages order by 1 limit 1"),
            Map.entry("bill-run", "select id from bill_runs order by id limit 1"));

    private final LiveUplink uplink = LiveUplink.shared();
    private final Map<String, HttpResponse<String>> opened = new HashMap<>();

    @Test
    void everyCommandHasARow() {
        Set<String> missing = ConsoleActions.all().stream()
                .map(Action::method)
                .filter(method -> permission(method).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), missing, "a command needs a row in this test");
    }

    @TestFactory
    Stream<DynamicTest> nobodyDoesWhatTheyMayNot() {
        return ConsoleStaff.ROLES.stream()
                .map(role -> DynamicTest.dynamicTest(role, () -> {
                    ConsoleStaff member = ConsoleStaff.of(role);
                    int tried = 0;
                    for (Action action : ConsoleActions.all()) {
                        String permission = permission(action.method()).orElseThrow();
                        if (!permission.equals(ANYONE) && !permission.equals(SIGNED_IN) && !member.may(permission)) {
                            refused(role, member, action);
                            tried++;
                        }
                    }
                    assertTrue(role.equals("admin") || tried > 20, role + " tried " + tried);
                }));
    }

    /** The same request does its work for somebody who may: what is refused above is not refused for its spelling. */
    @Test
    void whatTheyMayIsDone() {
        Action take = ConsoleActions.all().stream()
                .filter(action -> action.method().equals("cashDialog.take"))
                .findFirst()
                .orElseThrow();
        ConsoleStaff accountant = ConsoleStaff.of("accountant");
        assertTrue(open("accountant", accountant, take).body().contains("id=\"" + take.source() + "\""));
        long before = changes("accountant");
        press("accountant", accountant, take);
        assertEquals(before + 1, changes("accountant"), "one payment");
        assertTrue(!open("tech", ConsoleStaff.of("tech"), take).body().contains("id=\"" + take.source() + "\""));
    }

    private void refused(String role, ConsoleStaff member, Action action) {
        long before = changes(role);
        for (HttpResponse<String> answer : List.of(press(role, member, action), pressAlone(role, member, action))) {
            String said = role + ": " + action.method() + " " + answer.statusCode() + " "
                    + answer.headers().map();
            assertTrue(Set.of(200, 302, 400, 403, 404).contains(answer.statusCode()), said);
            assertTrue(answer.headers().firstValue("Content-Disposition").isEmpty(), said);
        }
        assertEquals(before, changes(role), role + " did " + action.method());
    }

    private HttpResponse<String> press(String role, ConsoleStaff member, Action action) {
        String state = ConsoleClient.viewStateOr(open(role, member, action), "-1:-1");
        return member.console().post(address(action), ConsoleActions.pressed(action), state, Map.of());
    }

    /** Without the form's fields, so that none of them can be what is refused. */
    private HttpResponse<String> pressAlone(String role, ConsoleStaff member, Action action) {
        String state = ConsoleClient.viewStateOr(open(role, member, action), "-1:-1");
        Map<String, String> alone = new LinkedHashMap<>();
        alone.put(action.form(), action.form());
        alone.put(action.source(), action.source());
        alone.put("jakarta.faces.source", action.source());
        alone.put("jakarta.faces.partial.ajax", "true");
        alone.put("jakarta.faces.partial.execute", action.source());
        alone.put("jakarta.faces.behavior.event", "change");
        return member.console().post(address(action), alone, state, Map.of(), "Faces-Request", "partial/ajax");
    }

    /** A page is opened once for all commands that are sent from it. */
    private HttpResponse<String> open(String role, ConsoleStaff member, Action action) {
        return opened.computeIfAbsent(
                role + address(action), key -> member.console().get(address(action)));
    }

    private String address(Action action) {
        String view = PAGES.entrySet().stream()
                .filter(part -> action.file().startsWith(part.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(action.file().replace(".xhtml", ""));
        String thing = THINGS.get(view);
        String tab = Map.of(
                        "newService.start",
                        "&tab=subscriptions",
                        "contractAction.open",
                        "&tab=contracts",
                        "addressHouse.place",
                        "&tab=contracts",
                        "identityAction.add",
                        "&tab=papers",
                        "identityAction.open",
                        "&tab=papers",
                        "consentAction.give",
                        "&tab=papers",
                        "payoutAction.pay",
                        "&tab=payouts",
                        "customerDevices.issue",
                        "&tab=devices",
                        "customerDevices.takeBack",
                        "&tab=devices")
                .getOrDefault(action.method(), "");
        return "/" + view + (thing == null ? "" : "?id=" + People.value(uplink, thing) + tab);
    }

    private long changes(String role) {
        return Long.parseLong(
                People.value(uplink, "select count(*) from audit_log where actor_name = ?", role + "@demo.uplink"));
    }

    private static java.util.Optional<String> permission(String method) {
        String bean = method.substring(0, method.indexOf('.'));
        return java.util.Optional.ofNullable(COMMANDS.getOrDefault(method, COMMANDS.get(bean)));
    }

    private static Map<String, String> rows(String... permissionAndCommands) {
        Map<String, String> rows = new TreeMap<>();
        for (int i = 0; i < permissionAndCommands.length; i += 2) {
            for (String command : permissionAndCommands[i + 1].split(" ")) {
                rows.put(command, permissionAndCommands[i]);
            }
        }
        return rows;
    }
}
