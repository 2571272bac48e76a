package uplink.web.shell;

import static uplink.shared.Permission.ADDRESS_READ;
import static uplink.shared.Permission.APPLICATION_READ;
import static uplink.shared.Permission.APPROVAL_DECIDE;
import static uplink.shared.Permission.AUDIT_READ;
import static uplink.shared.Permission.BILLING_READ;
import static uplink.shared.Permission.BILLING_RUN;
import static uplink.shared.Permission.BULK_WORK;
import static uplink.shared.Permission.CAMPAIGN_READ;
import static uplink.shared.Permission.CATALOG_READ;
import static uplink.shared.Permission.CUSTOMER_ERASE;
import static uplink.shared.Permission.CUSTOMER_READ;
import static uplink.shared.Permission.DASHBOARD_READ;
import static uplink.shared.Permission.DEVICE_READ;
import static uplink.shared.Permission.DOCUMENT_WRITE;
import static uplink.shared.Permission.EVENT_ADMIN;
import static uplink.shared.Permission.IMPORT_RUN;
import static uplink.shared.Permission.KEY_WRITE;
import static uplink.shared.Permission.MESSAGE_WRITE;
import static uplink.shared.Permission.OUTAGE_READ;
import static uplink.shared.Permission.PAYMENT_CONFIGURE;
import static uplink.shared.Permission.PAYMENT_READ;
import static uplink.shared.Permission.PAYMENT_RECONCILE;
import static uplink.shared.Permission.RETENTION_MANAGE;
import static uplink.shared.Permission.ROLE_WRITE;
import static uplink.shared.Permission.SYSTEM_CHECK;
import static uplink.shared.Permission.USER_WRITE;
import static uplink.shared.Permission.WORKORDER_WORK;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import uplink.shared.Callers;
import uplink.shared.Permission;

/** The side menu: what this caller may open, in the order of a working day. */
@Named
@ApplicationScoped
public class Menu {

    /**
     * @param view address below the console's root
     * @param sections views that keep the item marked
     */
    public record Item(String view, String icon, Permission permission, Set<String> sections) {

        public String label() {
            return "menu." + (view.isEmpty() ? "dashboard" : view);
        }
    }

    /**
     * What belongs together.
     *
     * @param code of its heading; {@code today} has none
     */
    public record Group(String code, List<Item> items) {

        public String label() {
            return "menu.group." + code;
        }

        public boolean isHeaded() {
            return !code.equals("today");
        }

        private Group allowed() {
            return new Group(
                    code,
                    items.stream()
                            .filter(item -> Callers.current().may(item.permission()))
                            .toList());
        }
    }

    private static final List<Group> GROUPS = List.of(
            new Group("today", List.of(new Item("", "pi-home", DASHBOARD_READ, Set.of("index")))),
            new Group(
                    "subscribers",
                    List.of(
                            new Item(
                                    "customers",
                                    "pi-users",
                                    CUSTOMER_READ,
                                    Set.of(
                                            "customers",
                                            "customer",
                                            "customer-edit",
                                            "contract",
                                            "handover",
                                            "subscription")),
                            new Item("bulk-works", "pi-list-check", BULK_WORK, Set.of("bulk-works", "bulk-work")),
                            new Item(
                                    "campaigns",
                                    "pi-megaphone",
                                    CAMPAIGN_READ,
                                    Set.of("campaigns", "campaign", "campaign-edit", "campaign-text")),
                            new Item("duplicates", "pi-clone", CUSTOMER_READ, Set.of("duplicates", "merge")),
                            new Item(
                                    "applications",
                                    "pi-inbox",
                                    APPLICATION_READ,
                                    Set.of(
                                            "applications",
                                            "application-list",
                                            "application",
                                            "application-edit",
                                            "application-funnel")),
                            new Item("work-orders", "pi-truck", WORKORDER_WORK, Set.of("work-orders", "work-order")),
                            new Item(
                                    "crew-calendar",
                                    "pi-calendar",
                                    APPLICATION_READ,
                                    Set.of("crew-calendar", "crews", "crew-edit")),
                            new Item("terminations", "pi-sign-out", CUSTOMER_READ, Set.of("terminations")),
                            new Item("erasures", "pi-user-minus", CUSTOMER_ERASE, Set.of("erasures", "erasure")),
                            new Item(
                                    "imports",
                                    "pi-upload",
                                    IMPORT_RUN,
                                    Set.of("imports", "import", "import-headings")))),
            new Group(
                    "equipment",
                    List.of(
                            new Item(
                                    "devices", "pi-server", DEVICE_READ, Set.of("devices", "device", "device-receive")),
                            new Item(
                                    "device-models",
                                    "pi-box",
                                    DEVICE_READ,
                                    Set.of("device-models", "device-model-edit")),
                            new Item(
                                    "warehouses",
                                    "pi-warehouse",
                                    DEVICE_READ,
                                    Set.of("warehouses", "warehouse-edit", "stock-taking")))),
            new Group(
                    "network",
                    List.of(
                            new Item("outages", "pi-bolt", OUTAGE_READ, Set.of("outages", "outage", "outage-edit")),
                            new Item("places", "pi-map", ADDRESS_READ, Set.of("places", "place", "place-edit")))),
            new Group(
                    "catalogue",
                    List.of(
                            new Item("tariffs", "pi-tags", CATALOG_READ, Set.of("tariffs", "tariff", "tariff-edit")),
                            new Item(
                                    "price-list",
                                    "pi-receipt",
                                    CATALOG_READ,
                                    Set.of("price-list", "fee-edit", "discount-edit", "tax-edit", "change-rule-edit")),
                            new Item(
                                    "policies",
                                    "pi-sliders-h",
                                    CATALOG_READ,
                                    Set.of("policies", "policy-edit", "holidays")))),
            new Group(
                    "billing",
                    List.of(
                            new Item("bill-runs", "pi-calculator", BILLING_RUN, Set.of("bill-runs", "bill-run")),
                            new Item("quarantine", "pi-shield", BILLING_RUN, Set.of("quarantine")),
                            new Item("dunning", "pi-stopwatch", BILLING_READ, Set.of("dunning")),
                            new Item("periods", "pi-lock", BILLING_READ, Set.of("periods")))),
            new Group(
                    "money",
                    List.of(
                            new Item("payments", "pi-wallet", PAYMENT_READ, Set.of("payments", "payment")),
                            new Item(
                                    "bank-statements",
                                    "pi-building-columns",
                                    PAYMENT_READ,
                                    Set.of("bank-statements", "bank-statement", "bank-entries", "bank-entry")),
                            new Item(
                                    "reconciliation",
                                    "pi-arrow-right-arrow-left",
                                    PAYMENT_RECONCILE,
                                    Set.of("reconciliation", "discrepancy")),
                            new Item("payouts", "pi-reply", PAYMENT_READ, Set.of("payouts")),
                            new Item("approvals", "pi-check-square", APPROVAL_DECIDE, Set.of("approvals", "approval")),
                            new Item(
                                    "fiscal-receipts",
                                    "pi-file-check",
                                    PAYMENT_READ,
                                    Set.of("fiscal-receipts", "fiscal-receipt")),
                            new Item(
                                    "payment-agents",
                                    "pi-desktop",
                                    PAYMENT_READ,
                                    Set.of("payment-agents", "payment-agent-edit")),
                            new Item("requisites", "pi-qrcode", PAYMENT_CONFIGURE, Set.of("requisites")),
                            new Item(
                                    "document-templates",
                                    "pi-file-edit",
                                    DOCUMENT_WRITE,
                                    Set.of("document-templates", "document-template")))),
            new Group(
                    "messages",
                    List.of(
                            new Item(
                                    "message-templates",
                                    "pi-comments",
                                    MESSAGE_WRITE,
                                    Set.of("message-templates", "message-template")),
                            new Item("dead-messages", "pi-send", EVENT_ADMIN, Set.of("dead-messages", "message")))),
            new Group(
                    "system",
                    List.of(
                            new Item("integrity", "pi-verified", SYSTEM_CHECK, Set.of("integrity")),
                            new Item("dead-letters", "pi-envelope", EVENT_ADMIN, Set.of("dead-letters", "dead-letter")),
                            new Item("channels", "pi-send", SYSTEM_CHECK, Set.of("channels")),
                            new Item("audit", "pi-history", AUDIT_READ, Set.of("audit", "audit-entry")),
                            new Item(
                                    "retention",
                                    "pi-hourglass",
                                    RETENTION_MANAGE,
                                    Set.of("retention", "retention-rule", "retention-run")))),
            new Group(
                    "access",
                    List.of(
                            new Item("users", "pi-id-card", USER_WRITE, Set.of("users", "user", "user-edit")),
                            new Item("roles", "pi-sitemap", ROLE_WRITE, Set.of("roles", "role-edit")),
                            new Item(
                                    "service-accounts",
                                    "pi-microchip",
                                    USER_WRITE,
                                    Set.of("service-accounts", "service-account")),
                            new Item("signing-keys", "pi-key", KEY_WRITE, Set.of("signing-keys")))));

    /** Those in which there is something for this caller. */
    public List<Group> getGroups() {
        return GROUPS.stream()
                .map(Group::allowed)
                .filter(group -> !group.items().isEmpty())
                .toList();
    }

    public boolean isOpen(Item item, String viewId) {
        return item.sections().contains(viewId.replaceAll("^/|\\.xhtml$", ""));
    }

    /** For views: whether this caller has the permission of that code, for example {@code customer:write}. */
    public boolean may(String permission) {
        return Permission.of(permission).filter(Callers.current()::may).isPresent();
    }
}
