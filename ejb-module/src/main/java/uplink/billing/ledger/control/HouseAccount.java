package uplink.billing.ledger.control;

import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import uplink.shared.Sql;

/** The provider's own accounts: their ids are fixed by the schema. */
public enum HouseAccount {
    REVENUE(1),
    TAX(2),
    CASH(3),
    ADJUSTMENTS(4),
    OPENING(5),
    YOOKASSA(6),
    STRIPE(15),
    /** Money that agents have taken through terminals, and owe us. */
    TERMINALS(0x12),
    /** Money in our accounts at banks. */
    BANK(0x13),
    /** Debts that were given up. */
    WRITE_OFFS(0x14),
    /** Money that came, and nobody knows yet whose it is. */
    UNMATCHED(0x19);

    private static final int DIGITS = 2;

    private final UUID id;

    HouseAccount(long number) {
        this.id = new UUID(0x7000L, 0x8000000000000000L | number);
    }

    /**
     * Keeps the accounts that nothing was posted to yet in that currency. Refuses to go on in one that is not known, or has
     * smaller units than the two digits that amounts are kept with.
     */
    public static void keepIn(Sql sql, String code) {
        if (Currency.getInstance(code).getDefaultFractionDigits() > DIGITS) {
            throw new IllegalStateException("UPLINK_CURRENCY: amounts in " + code + " need more than two digits");
        }
        sql.update(
                """
                update ledger_accounts a set currency = ? where a.kind <> 'customer' and a.currency <> ?
                    and not exists (select 1 from transactions t where t.debit_account = a.id)
                    and not exists (select 1 from transactions t where t.credit_account = a.id)""",
                code,
                code);
    }

    /** Where money stands that a payment provider has taken and owes us. */
    public static HouseAccount clearing(String provider) {
        return valueOf(provider.toUpperCase(Locale.ROOT));
    }

    /** The one with that id, which the database keeps. */
    public static HouseAccount of(UUID id) {
        return Arrays.stream(values())
                .filter(account -> account.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    public UUID id() {
        return id;
    }

    /** Whether the account is one of these. */
    public static boolean is(UUID account) {
        return account.getMostSignificantBits() == 0x7000L;
    }
}
