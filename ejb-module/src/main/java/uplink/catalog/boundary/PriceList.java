package uplink.catalog.boundary;

import uplink.shared.Sql;

/**
 * Keeps whoever bills and whoever changes prices or tax rates apart: nobody is charged by a price list that was replaced
 * meanwhile, and every change finds marked what was charged before it. Both hold until the end of the transaction.
 */
public final class PriceList {

    /** Of the advisory locks; nothing else uses it. */
    private static final long LOCK = 0x0070_7269_6365L;

    private PriceList() {}

    /** Before prices are read in order to charge by them. Any number may read at once. */
    public static void read(Sql sql) {
        sql.list("select pg_advisory_xact_lock_shared(?)", row -> true, LOCK);
    }

    /** Before prices or tax rates are changed: waits for those who are billing. */
    public static void change(Sql sql) {
        sql.list("select pg_advisory_xact_lock(?)", row -> true, LOCK);
    }
}
