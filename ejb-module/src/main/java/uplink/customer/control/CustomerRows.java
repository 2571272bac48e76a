package uplink.customer.control;

import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;

/** What belongs to a customer besides the entities: number series, account, search line. */
public final class CustomerRows {

    private final Sql sql;

    public CustomerRows(DataSource database) {
        this.sql = Sql.in(database);
    }

    /** The next contract number of the series that nobody has yet: imported contracts bring their own. */
    public String nextContractNumber() {
        String number;
        do {
            number = sql.first(
                            """
                            update number_series set next_value = next_value + 1 where series = 'contract'
                            returning prefix || lpad((next_value - 1)::text,
                                greatest(width, length((next_value - 1)::text)), '0')""",
                            row -> row.getString(1))
                    .orElseThrow();
        } while (isContractNumberTaken(number));
        return number;
    }

    public boolean isContractNumberTaken(String number) {
        return sql.number("select count(*) from contracts where number = ?", number) > 0;
    }

    public boolean isTariff(UUID id) {
        return sql.number("select count(*) from tariffs where id = ?", id) > 0;
    }

    /** A customer's account in the ledger carries the customer's id. */
    public void openAccount(UUID customer, String currency, Instant at) {
        sql.update(
                """
                insert into ledger_accounts (id, kind, customer_id, currency, created_at)
                values (?, 'customer', ?, ?, ?)""",
                customer,
                customer,
                currency,
                at);
    }

    /** Locks the customer until the transaction ends: nobody is closed while a contract is being opened. */
    public void lock(UUID customer) {
        sql.first("select 1 from customers where id = ? for no key update", row -> true, customer);
    }

    /** The same; {@code not-found} where there is none, {@code invalid-state} where the person was erased or merged. */
    public void lockThere(UUID customer) {
        there(customer, " for no key update");
        refuseGone(customer);
    }

    /** Of whom nothing is to be known, or who is somebody else by now, nothing is written down: {@code invalid-state}. */
    public void refuseGone(UUID customer) {
        if (sql.number("select count(*) from customers where id = ? and erased_at is not null", customer) > 0) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("customer.erased"));
        }
        if (!current(customer).equals(customer)) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("customer.merged"));
        }
    }

    /** Who the customer is now: the one whom they turned out to be, else themselves. */
    public UUID current(UUID customer) {
        return sql.first(
                        "select merged_into from customers where id = ? and merged_into is not null",
                        row -> row.getObject(1, UUID.class),
                        customer)
                .orElse(customer);
    }

    /** Refuses with {@code not-found} where there is none. */
    public void require(UUID customer) {
        there(customer, "");
    }

    private void there(UUID customer, String lock) {
        if (sql.first("select 1 from customers where id = ?" + lock, row -> true, customer)
                .isEmpty()) {
            throw BusinessException.notFound();
        }
    }

    /** Locks the customer of a contract until the transaction ends. */
    void lockOwner(UUID contract) {
        sql.first(
                """
                select 1 from customers where id = (select k.customer_id from contracts k where k.id = ?)
                for no key update""",
                row -> true,
                contract);
    }

    public void refreshSearch(UUID customer) {
        sql.first("select refresh_customer_search(array[?::uuid])", row -> true, customer);
    }

    public long openContracts(UUID customer) {
        return sql.number("select count(*) from contracts where customer_id = ? and status <> 'terminated'", customer);
    }
}
