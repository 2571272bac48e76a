package uplink.web.security;

import java.util.Map;
import uplink.shared.Caller;
import uplink.shared.Permission;

/** Which permission opens which view. A view that nobody listed opens to nobody. */
public final class Views {

    private static final Map<String, Permission> PERMISSIONS = Map.ofEntries(
            Map.entry("sign-in", Permission.ANYONE),
            Map.entry("sign-in-code", Permission.ANYONE),
            Map.entry("forgot", Permission.ANYONE),
            Map.entry("reset", Permission.ANYONE),
            Map.entry("unlock", Permission.ANYONE),
            Map.entry("enrol", Permission.MFA_ENROLMENT),
            Map.entry("setup", Permission.ANYONE),
            Map.entry("error", Permission.ANYONE),
            Map.entry("index", Permission.SIGNED_IN),
            Map.entry("customers", Permission.CUSTOMER_READ),
            Map.entry("customer", Permission.CUSTOMER_READ),
            Map.entry("customer-edit", Permission.CUSTOMER_WRITE),
            Map.entry("contact-edit", Permission.CUSTOMER_WRITE),
            Map.entry("note-edit", Permission.CUSTOMER_WRITE),
            Map.entry("subscription", Permission.CUSTOMER_READ),
            Map.entry("applications", Permission.APPLICATION_READ),
            Map.entry("application-list", Permission.APPLICATION_READ),
            Map.entry("application", Permission.APPLICATION_READ),
            Map.entry("application-edit", Permission.APPLICATION_WRITE),
            Map.entry("application-funnel", Permission.APPLICATION_READ),
            Map.entry("crew-calendar", Permission.APPLICATION_READ),
            Map.entry("crews", Permission.APPLICATION_READ),
            Map.entry("work-orders", Permission.WORKORDER_WORK),
            Map.entry("work-order", Permission.WORKORDER_WORK),
            Map.entry("crew-edit", Permission.CREW_WRITE),
            Map.entry("tariffs", Permission.CATALOG_READ),
            Map.entry("tariff", Permission.CATALOG_READ),
            Map.entry("price-list", Permission.CATALOG_READ),
            Map.entry("tariff-edit", Permission.CATALOG_WRITE),
            Map.entry("fee-edit", Permission.CATALOG_WRITE),
            Map.entry("change-rule-edit", Permission.CATALOG_WRITE),
            Map.entry("discount-edit", Permission.CATALOG_WRITE),
            Map.entry("tax-edit", Permission.CATALOG_WRITE),
            Map.entry("contract", Permission.CUSTOMER_READ),
            Map.entry("handover", Permission.CUSTOMER_WRITE),
            Map.entry("document", Permission.BILLING_READ),
            Map.entry("document-package", Permission.BILLING_RUN),
            Map.entry("dunning", Permission.BILLING_READ),
            Map.entry("policies", Permission.CATALOG_READ),
            Map.entry("holidays", Permission.CATALOG_READ),
            Map.entry("policy-edit", Permission.CATALOG_WRITE),
            Map.entry("devices", Permission.DEVICE_READ),
            Map.entry("device", Permission.DEVICE_READ),
            Map.entry("device-receive", Permission.DEVICE_WRITE),
            Map.entry("device-models", Permission.DEVICE_READ),
            Map.entry("device-model-edit", Permission.CATALOG_WRITE),
            Map.entry("warehouses", Permission.DEVICE_READ),
            Map.entry("warehouse-edit", Permission.DEVICE_WRITE),
            Map.entry("stock-taking", Permission.DEVICE_READ),
            Map.entry("terminations", Permission.CUSTOMER_READ),
            Map.entry("bulk-works", Permission.BULK_WORK),
            Map.entry("bulk-work", Permission.BULK_WORK),
            Map.entry("campaigns", Permission.CAMPAIGN_READ),
            Map.entry("campaign", Permission.CAMPAIGN_READ),
            Map.entry("campaign-text", Permission.CAMPAIGN_READ),
            Map.entry("campaign-edit", Permission.CAMPAIGN_WRITE),
            Map.entry("duplicates", Permission.CUSTOMER_READ),
            Map.entry("merge", Permission.CUSTOMER_MERGE),
            Map.entry("erasures", Permission.CUSTOMER_ERASE),
            Map.entry("erasure", Permission.CUSTOMER_ERASE),
            Map.entry("outages", Permission.OUTAGE_READ),
            Map.entry("outage", Permission.OUTAGE_READ),
            Map.entry("outage-edit", Permission.OUTAGE_WRITE),
            Map.entry("places", Permission.ADDRESS_READ),
            Map.entry("place", Permission.ADDRESS_READ),
            Map.entry("place-edit", Permission.ADDRESS_WRITE),
            Map.entry("dead-letters", Permission.EVENT_ADMIN),
            Map.entry("dead-letter", Permission.EVENT_ADMIN),
            Map.entry("bill-runs", Permission.BILLING_RUN),
            Map.entry("bill-run", Permission.BILLING_RUN),
            Map.entry("quarantine", Permission.BILLING_RUN),
            Map.entry("invoice", Permission.BILLING_READ),
            Map.entry("payments", Permission.PAYMENT_READ),
            Map.entry("payment", Permission.PAYMENT_READ),
            Map.entry("payouts", Permission.PAYMENT_READ),
            Map.entry("reconciliation", Permission.PAYMENT_RECONCILE),
            Map.entry("discrepancy", Permission.PAYMENT_RECONCILE),
            Map.entry("cash-receipt", Permission.PAYMENT_READ),
            Map.entry("fiscal-receipts", Permission.PAYMENT_READ),
            Map.entry("fiscal-receipt", Permission.PAYMENT_READ),
            Map.entry("requisites", Permission.PAYMENT_CONFIGURE),
            Map.entry("payment-agents", Permission.PAYMENT_READ),
            Map.entry("bank-statements", Permission.PAYMENT_READ),
            Map.entry("bank-statement", Permission.PAYMENT_READ),
            Map.entry("bank-entries", Permission.PAYMENT_READ),
            Map.entry("bank-entry", Permission.PAYMENT_READ),
            Map.entry("payment-agent-edit", Permission.PAYMENT_CONFIGURE),
            Map.entry("document-templates", Permission.DOCUMENT_WRITE),
            Map.entry("document-template", Permission.DOCUMENT_WRITE),
            Map.entry("message-templates", Permission.MESSAGE_WRITE),
            Map.entry("message-template", Permission.MESSAGE_WRITE),
            Map.entry("dead-messages", Permission.EVENT_ADMIN),
            Map.entry("message", Permission.CUSTOMER_READ),
            Map.entry("approvals", Permission.APPROVAL_DECIDE),
            Map.entry("approval", Permission.APPROVAL_DECIDE),
            Map.entry("periods", Permission.BILLING_READ),
            Map.entry("imports", Permission.IMPORT_RUN),
            Map.entry("import", Permission.IMPORT_RUN),
            Map.entry("import-headings", Permission.IMPORT_RUN),
            Map.entry("integrity", Permission.SYSTEM_CHECK),
            Map.entry("channels", Permission.SYSTEM_CHECK),
            Map.entry("audit", Permission.AUDIT_READ),
            Map.entry("audit-entry", Permission.AUDIT_READ),
            Map.entry("retention", Permission.RETENTION_MANAGE),
            Map.entry("retention-rule", Permission.RETENTION_MANAGE),
            Map.entry("retention-run", Permission.RETENTION_MANAGE),
            Map.entry("account", Permission.SIGNED_IN),
            Map.entry("confirm", Permission.SIGNED_IN),
            Map.entry("passkey", Permission.SIGNED_IN),
            Map.entry("users", Permission.USER_WRITE),
            Map.entry("user", Permission.USER_WRITE),
            Map.entry("user-edit", Permission.USER_WRITE),
            Map.entry("roles", Permission.ROLE_WRITE),
            Map.entry("role-edit", Permission.ROLE_WRITE),
            Map.entry("service-accounts", Permission.USER_WRITE),
            Map.entry("service-account", Permission.USER_WRITE),
            Map.entry("signing-keys", Permission.KEY_WRITE));

    private static final String RESOURCES = "/jakarta.faces.resource/";

    private Views() {}

    /** Whether a caller may open the view behind a servlet path such as {@code /customers} or {@code /index.xhtml}. */
    public static boolean isOpenTo(Caller caller, String servletPath) {
        if (servletPath.startsWith(RESOURCES)) {
            return true;
        }
        Permission needed = PERMISSIONS.get(name(servletPath));
        return needed == null ? !isView(servletPath) && caller.isSignedIn() : caller.may(needed);
    }

    public static boolean isListed(String view) {
        return PERMISSIONS.containsKey(view);
    }

    /** The view's name: {@code /customers.xhtml} and {@code /customers} are {@code customers}. */
    public static String name(String path) {
        String plain = path.replaceAll("^/|\\.xhtml$", "");
        return plain.isEmpty() ? "index" : plain;
    }

    /** Addresses that are no views at all end as "not found", not as "no permission". */
    private static boolean isView(String servletPath) {
        return servletPath.endsWith(".xhtml");
    }
}
