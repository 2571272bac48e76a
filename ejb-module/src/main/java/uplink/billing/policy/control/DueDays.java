package uplink.billing.policy.control;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uplink.shared.Sql;

/** How many days a customer has to pay. One number for all where the policies agree, as they mostly do. */
public final class DueDays {

    private final int common;
    private final Map<UUID, Integer> own;

    private DueDays(int common, Map<UUID, Integer> own) {
        this.common = common;
        this.own = own;
    }

    /**
     * Of the policies that hold on a day.
     *
     * @param otherwise for customers without a policy
     */
    public static DueDays read(Sql sql, UUID[] customers, LocalDate day, int otherwise) {
        List<Integer> known = sql.list(
                """
                select distinct t.due_days from policies p cross join lateral (select * from dunning_terms t
                    where t.policy_id = p.id and t.valid_from <= ? order by t.valid_from desc limit 1) t
                where p.subject = 'dunning' and p.is_active""",
                row -> row.getInt(1),
                day);
        boolean agreed = known.isEmpty() || known.equals(List.of(otherwise));
        return new DueDays(otherwise, agreed ? Map.of() : own(sql, customers, day));
    }

    private static Map<UUID, Integer> own(Sql sql, UUID[] customers, LocalDate day) {
        Map<UUID, Integer> found = new HashMap<>(customers.length * 2);
        sql.list(
                "select c.id, t.due_days from unnest(?::uuid[]) as c (id) cross join lateral dunning_terms_of(c.id, ?)"
                        + " t",
                row -> found.put(row.getObject(1, UUID.class), row.getInt(2)),
                customers,
                day);
        return found;
    }

    public int of(UUID customer) {
        return own.getOrDefault(customer, common);
    }
}
