package uplink.billing.dunning.control;

import java.util.Collection;
import java.util.UUID;
import uplink.shared.Sql;

/** The locks of customers, taken in the order of their ids as a bill run takes them. */
final class Locks {

    private Locks() {}

    static UUID[] customers(Sql sql, Collection<UUID> wanted) {
        return wanted.isEmpty()
                ? new UUID[0]
                : sql.list(
                                "select id from customers where id = any (?) order by id for no key update",
                                row -> row.getObject(1, UUID.class),
                                (Object) wanted.toArray(UUID[]::new))
                        .toArray(UUID[]::new);
    }
}
