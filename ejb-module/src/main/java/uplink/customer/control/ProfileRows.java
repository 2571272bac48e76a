package uplink.customer.control;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.CustomerRequisites;
import uplink.shared.Sql;

/** Requisites and tags of a customer. */
public final class ProfileRows {

    /**
     * Both, as they are kept.
     *
     * @param requisites null: nobody has entered any
     * @param tags sorted
     */
    public record Extras(@Nullable CustomerRequisites requisites, List<String> tags) {}

    private final Sql sql;

    public ProfileRows(Sql sql) {
        this.sql = sql;
    }

    /** In one round trip: every page about a customer asks for it. */
    public Extras of(UUID customer) {
        return sql.first(
                        """
                        select r.customer_id is not null, r.legal_name, r.kpp, r.ogrn, r.legal_address, r.bank_name, r.bic,
                            r.account, array(select t.tag from customer_tags t where t.customer_id = x.id order by t.tag)
                        from (select ?::uuid as id) x left join customer_requisites r on r.customer_id = x.id""",
                        row -> new Extras(
                                !row.getBoolean(1)
                                        ? null
                                        : new CustomerRequisites(
                                                row.getString(2),
                                                row.getString(3),
                                                row.getString(4),
                                                row.getString(5),
                                                row.getString(6),
                                                row.getString(7),
                                                row.getString(8)),
                                Arrays.asList((String[]) row.getArray(9).getArray())),
                        customer)
                .orElseThrow();
    }

    /** Instead of those there were. */
    public void keep(UUID customer, CustomerRequisites wanted) {
        if (wanted.equals(CustomerRequisites.NONE)) {
            sql.update("delete from customer_requisites where customer_id = ?", customer);
            return;
        }
        sql.update(
                """
                insert into customer_requisites (customer_id, legal_name, kpp, ogrn, legal_address, bank_name, bic, account)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (customer_id) do update set legal_name = excluded.legal_name, kpp = excluded.kpp,
                    ogrn = excluded.ogrn, legal_address = excluded.legal_address, bank_name = excluded.bank_name,
                    bic = excluded.bic, account = excluded.account""",
                customer,
                wanted.legalName(),
                wanted.kpp(),
                wanted.ogrn(),
                wanted.legalAddress(),
                wanted.bankName(),
                wanted.bic(),
                wanted.account());
    }

    /** Instead of those there were; what stays is not touched, so that the trail tells what is different only. */
    public void tag(UUID customer, List<String> tags) {
        String[] wanted = tags.toArray(String[]::new);
        sql.update("delete from customer_tags where customer_id = ? and tag <> all (?)", customer, wanted);
        sql.update(
                "insert into customer_tags (customer_id, tag) select ?, unnest(?) on conflict do nothing",
                customer,
                wanted);
    }

    /** One more; whoever changes the customer from an older version notices it. */
    public void addTag(UUID customer, String tag, Instant at) {
        sql.update("insert into customer_tags (customer_id, tag) values (?, ?)", customer, tag);
        touch(customer, at);
    }

    /** One less; tells whether there was such a one. */
    public boolean removeTag(UUID customer, String tag, Instant at) {
        boolean removed = sql.update("delete from customer_tags where customer_id = ? and tag = ?", customer, tag) > 0;
        if (removed) {
            touch(customer, at);
        }
        return removed;
    }

    private void touch(UUID customer, Instant at) {
        sql.update("update customers set version = version + 1, updated_at = ? where id = ?", at, customer);
    }

    /** Those in use, sorted, at most 200. */
    public List<String> tags() {
        return sql.distinct("customer_tags", "tag", 200);
    }
}
