package uplink.bench.billrun;

/**
 * Rows of one table that a run writes.
 *
 * @param table where they belong
 * @param update whether rows that are there already are changed; else they are new
 * @param rows query for them where the run wrote them, <code>?</code> stands for the run's id
 * @param chunk expression for the chunk of the staged row {@code r}; {@code k.chunk} is the chunk of its customer
 * @param join how {@code k}, the customers' chunks, belongs to {@code r}; empty for rows that belong to nobody
 */
record Piece(String table, boolean update, String rows, String chunk, String join) {
    private static final String BY_ORDER = "(row_number() over () - 1) / %d";

    /** New rows that carry the customer's id. */
    static Piece ofCustomer(String table, String rows) {
        return new Piece(table, false, rows, "k.chunk", "join stage.cut k on k.customer_id = r.customer_id");
    }

    /** New rows of which the order is all that matters. */
    static Piece ofNobody(String table, String rows) {
        return new Piece(table, false, rows, BY_ORDER, "");
    }

    /** New rows whose customer is found by another join. */
    static Piece of(String table, String rows, String join) {
        return new Piece(table, false, rows, "k.chunk", join);
    }

    /** Rows as they are afterwards; those that stayed as they were are left out when staged. */
    static Piece changed(String table, String rows, String customer) {
        // an update of a row that stays as it was would make the floor dearer than it is
        return new Piece(
                table,
                true,
                rows,
                "k.chunk",
                "join stage.cut k on k.customer_id = r." + customer + " join public." + table
                        + " t on t.id = r.id and row(r.*) is distinct from row(t.*)");
    }

    String raw() {
        return "stage.raw_" + staged();
    }

    String name() {
        return "stage." + staged();
    }

    private String staged() {
        return (update ? "changed_" : "new_") + table;
    }
}
