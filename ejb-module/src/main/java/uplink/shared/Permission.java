package uplink.shared;

import java.util.Arrays;
import java.util.Optional;

/** What a caller may do. The codes are the rows of table {@code permissions}; roles are sets of them. */
public enum Permission {
    /** No permission needed, not even a sign-in: only what api.md lists under "Anyone". */
    ANYONE("anyone"),
    /** Any signed-in caller. */
    SIGNED_IN("signed-in"),
    /**
     * Signed in, though perhaps without the second factor that staff must have. A caller who holds this as a permission
     * has yet to enrol one, and may do nothing else.
     */
    MFA_ENROLMENT("mfa-enrolment"),
    /** The system itself: timers, consumers of events, the bill run's workers. No user can have it. */
    SYSTEM("system"),
    SELF_READ("self:read"),
    SELF_WRITE("self:write"),
    DASHBOARD_READ("dashboard:read"),
    CUSTOMER_READ("customer:read"),
    CUSTOMER_WRITE("customer:write"),
    CUSTOMER_ERASE("customer:erase"),
    CUSTOMER_MERGE("customer:merge"),
    IDENTITY_READ("identity:read"),
    APPLICATION_READ("application:read"),
    APPLICATION_WRITE("application:write"),
    CREW_WRITE("crew:write"),
    WORKORDER_WORK("workorder:work"),
    DEVICE_READ("device:read"),
    DEVICE_WRITE("device:write"),
    ADDRESS_READ("address:read"),
    ADDRESS_WRITE("address:write"),
    CATALOG_READ("catalog:read"),
    CATALOG_WRITE("catalog:write"),
    BILLING_READ("billing:read"),
    BILLING_RUN("billing:run"),
    BILLING_SIMULATE("billing:simulate"),
    LEDGER_ADJUST("ledger:adjust"),
    PAYMENT_READ("payment:read"),
    PAYMENT_WRITE("payment:write"),
    PAYMENT_REFUND("payment:refund"),
    PAYMENT_RECONCILE("payment:reconcile"),
    PAYMENT_CONFIGURE("payment:configure"),
    APPROVAL_DECIDE("approval:decide"),
    APPROVAL_SET("approval:set"),
    DOCUMENT_WRITE("document:write"),
    MESSAGE_WRITE("message:write"),
    PERIOD_CLOSE("period:close"),
    PERIOD_REOPEN("period:reopen"),
    IMPORT_RUN("import:run"),
    REPORT_READ("report:read"),
    EVENT_ADMIN("event:admin"),
    USER_WRITE("user:write"),
    KEY_WRITE("key:write"),
    ROLE_WRITE("role:write"),
    AUDIT_READ("audit:read"),
    BULK_WORK("bulk:work"),
    CAMPAIGN_READ("campaign:read"),
    CAMPAIGN_WRITE("campaign:write"),
    OUTAGE_READ("outage:read"),
    OUTAGE_WRITE("outage:write"),
    RETENTION_MANAGE("retention:manage"),
    SYSTEM_CHECK("system:check"),
    TEST_CLOCK("test:clock");

    private final String code;

    Permission(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** A permission that a role can hold; unknown codes are an older or newer release's. */
    public static Optional<Permission> of(String code) {
        return Arrays.stream(values())
                .filter(p -> p.code.equals(code) && p.code.contains(":"))
                .findFirst();
    }

    /** Any of them, those that no role can hold included; an unknown code is a mistake in the program. */
    public static Permission declared(String code) {
        return Arrays.stream(values())
                .filter(p -> p.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no permission " + code));
    }
}
