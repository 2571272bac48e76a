package uplink.billing.ledger.control;

import java.util.UUID;

/** The provider's own accounts: their ids are fixed by the schema. */
public enum HouseAccount {
    REVENUE(1),
    TAX(2),
    CASH(3),
    ADJUSTMENTS(4),
    OPENING(5);

    private final UUID id;

    HouseAccount(long number) {
        this.id = new UUID(0x7000L, 0x8000000000000000L | number);
    }

    public UUID id() {
        return id;
    }

    /** Whether the account is one of these. */
    public static boolean is(UUID account) {
        return account.getMostSignificantBits() == 0x7000L;
    }
}
