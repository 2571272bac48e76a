package uplink.bulk.boundary;

import uplink.shared.Coded;
import uplink.shared.Permission;

/** What is done to each customer. */
public enum BulkKind implements Coded {
    /** A tag more. */
    TAG(Permission.CUSTOMER_WRITE),
    /** A tag less. */
    UNTAG(Permission.CUSTOMER_WRITE),
    /** Another tariff for each service that has a certain one. */
    TARIFF(Permission.CUSTOMER_WRITE),
    /** A correction of the balance. */
    ADJUST(Permission.LEDGER_ADJUST);

    private final Permission permission;

    BulkKind(Permission permission) {
        this.permission = permission;
    }

    /** That of doing it to one customer: needed besides that for bulk work. */
    public Permission permission() {
        return permission;
    }

    /** Whether it is about money, so that sums are shown. */
    public boolean isMoney() {
        return this == TARIFF || this == ADJUST;
    }
}
