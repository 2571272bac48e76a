package uplink.customer.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.DuplicateSide;
import uplink.customer.boundary.MergeChoice;
import uplink.customer.boundary.MergeField;
import uplink.customer.boundary.MergeThing;
import uplink.customer.boundary.MergedCustomer;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Json;
import uplink.shared.Sql;

/** What two customers have, what goes from one to the other, and that one of them points to the other since then. */
public final class MergeRows {

    /** A customer with what there is one of; user null: no sign-in. */
    public record Side(
            DuplicateSide shown, int version, @Nullable UUID user, Map<MergeField, @Nullable String> values) {}

    /** Things that go: rows t of the other one, $1 who stays, $2 who goes. */
    private record Moved(String thing, String table, String which) {}

    private static final List<Moved> MOVED = List.of(
            new Moved("contacts", "customer_contacts", "true"),
            new Moved("notes", "customer_notes", "true"),
            new Moved("documents", "identity_documents", "true"),
            new Moved(
                    "consents",
                    "consents",
                    "(t.withdrawn_on is not null or not exists (select from consents k where k.customer_id = ? and k.kind = t.kind"
                            + " and k.withdrawn_on is null))"),
            new Moved("notifications", "notifications", "true"),
            new Moved("applications", "applications", "t.status <> 'installed'"),
            new Moved(
                    "tags",
                    "customer_tags",
                    "not exists (select from customer_tags k where k.customer_id = ? and k.tag = t.tag)"));

    /** What is past stays where it happened. */
    private static final Map<String, String> STAYING = Stream.of(
                    "contracts", "addresses", "subscriptions", "invoices", "payments", "fiscal_receipts", "devices")
            .collect(LinkedHashMap::new, (all, table) -> all.put(table, table), Map::putAll);

    private final Sql sql;

    public MergeRows(Sql sql) {
        this.sql = sql;
    }

    /** Both, in the order of their ids: so that nobody waits in a circle. */
    public void lock(UUID one, UUID other) {
        sql.list("select id from customers where id in (?, ?) order by id for no key update", row -> true, one, other);
    }

    /** {@code not-found} where there is none. */
    public Side side(UUID customer) {
        return sql.first(
                        "select " + DuplicateRows.SIDE.replace("{c}", "c")
                                + """
                                , c.version, c.user_id, c.locale, u.email,
                                    (select concat_ws(', ', r.legal_name, r.kpp, r.ogrn, r.legal_address, r.bank_name, r.bic, r.account)
                                        from customer_requisites r where r.customer_id = c.id)
                                from customers c left join users u on u.id = c.user_id where c.id = ?""",
                        MergeRows::side,
                        customer)
                .orElseThrow(BusinessException::notFound);
    }

    private static Side side(ResultSet row) throws SQLException {
        DuplicateSide shown = DuplicateRows.side(row, 1);
        Map<MergeField, @Nullable String> values = new LinkedHashMap<>();
        values.put(MergeField.FULL_NAME, shown.fullName());
        values.put(MergeField.INN, shown.inn());
        values.put(MergeField.EMAIL, shown.email());
        values.put(MergeField.PHONE, shown.phone());
        values.put(MergeField.LOCALE, row.getString(16));
        values.put(MergeField.REQUISITES, row.getString(18));
        values.put(MergeField.SIGN_IN, row.getString(17));
        return new Side(shown, row.getInt(14), row.getObject(15, UUID.class), values);
    }

    /** Those in which there is anything to choose or to take. */
    public static List<MergeChoice> choices(Side kept, Side other) {
        List<MergeChoice> choices = new ArrayList<>();
        for (MergeField field : MergeField.values()) {
            String ours = kept.values().get(field);
            String theirs = other.values().get(field);
            if (theirs != null && !Objects.equals(ours, theirs)) {
                choices.add(new MergeChoice(field, ours, theirs, ours != null));
            }
        }
        return choices;
    }

    public List<MergeThing> moves(UUID kept, UUID other) {
        List<MergeThing> things = new ArrayList<>();
        for (Moved moved : MOVED) {
            add(
                    things,
                    moved.thing(),
                    sql.number(
                            "select count(*) from " + moved.table() + " t where t.customer_id = ? and " + moved.which(),
                            parameters(moved, other, kept)));
        }
        return things;
    }

    public List<MergeThing> stays(UUID other) {
        List<MergeThing> things = new ArrayList<>();
        STAYING.forEach((thing, table) ->
                add(things, thing, sql.number("select count(*) from " + table + " where customer_id = ?", other)));
        return things;
    }

    private static void add(List<MergeThing> things, String thing, long count) {
        if (count > 0) {
            things.add(new MergeThing(thing, count));
        }
    }

    private static @Nullable Object[] parameters(Moved moved, UUID first, UUID second) {
        return moved.which().contains("?") ? new Object[] {first, second} : new Object[] {first};
    }

    /** Whoever goes becomes a pointer, as do those who pointed there; what there is one of is as it was decided. */
    public void point(Side kept, Side other, Set<MergeField> taken, Instant at) {
        UUID winner = kept.shown().customerId();
        UUID loser = other.shown().customerId();
        boolean signIn = taken.contains(MergeField.SIGN_IN);
        UUID stays = signIn ? other.user() : kept.user();
        UUID goes = signIn ? kept.user() : other.user();
        sql.update("update customers set merged_into = ? where merged_into = ?", winner, loser);
        sql.update(
                """
                update customers set status = 'closed', user_id = null, inn = null, email = null, phone = null, merged_into = ?,
                    merged_at = ?, updated_at = ?, version = version + 1 where id = ?""",
                winner,
                at,
                at,
                loser);
        sql.update(
                """
                update customers set full_name = ?, inn = ?, email = ?, phone = ?, locale = ?, user_id = ?, updated_at = ?,
                    version = version + 1 where id = ?""",
                value(MergeField.FULL_NAME, kept, other, taken),
                value(MergeField.INN, kept, other, taken),
                value(MergeField.EMAIL, kept, other, taken),
                value(MergeField.PHONE, kept, other, taken),
                value(MergeField.LOCALE, kept, other, taken),
                stays,
                at,
                winner);
        signOut(stays, goes, signIn, at);
    }

    private static @Nullable String value(MergeField field, Side kept, Side other, Set<MergeField> taken) {
        return (taken.contains(field) ? other : kept).values().get(field);
    }

    /** Who signed in as the one who goes has to do so again, as the one who stays; a second sign-in is none any more. */
    private void signOut(@Nullable UUID stays, @Nullable UUID goes, boolean moved, Instant at) {
        if (goes != null) {
            sql.update(
                    "update users set is_active = false, updated_at = ?, version = version + 1 where id = ?", at, goes);
            sql.update("delete from sessions where user_id = ?", goes);
        }
        if (moved && stays != null) {
            sql.update("delete from sessions where user_id = ?", stays);
        }
    }

    /** Moves what can be more than one. */
    public void move(UUID kept, UUID other, Set<MergeField> taken, Instant at) {
        for (Moved moved : MOVED) {
            @Nullable
            Object[] parameters =
                    moved.which().contains("?") ? new Object[] {kept, other, kept} : new Object[] {kept, other};
            sql.update(
                    "update " + moved.table() + " t set customer_id = ? where t.customer_id = ? and " + moved.which(),
                    parameters);
        }
        if (taken.contains(MergeField.REQUISITES)) {
            sql.update("delete from customer_requisites where customer_id = ?", kept);
            sql.update("update customer_requisites set customer_id = ? where customer_id = ?", kept, other);
        }
        sql.update("delete from autopay where customer_id = ?", other);
        sql.update(
                "update saved_methods set token = null, removed_at = ? where customer_id = ? and removed_at is null",
                at,
                other);
        sql.update("delete from duplicates where customer_id = ? or other_id = ?", other, other);
        sql.update("delete from customer_search where customer_id = ?", other);
    }

    public UUID record(
            UUID kept,
            UUID other,
            Set<MergeField> taken,
            List<MergeThing> moved,
            @Nullable String reason,
            @Nullable UUID by,
            Instant at) {
        UUID id = Ids.next();
        Map<String, Long> counts = new LinkedHashMap<>();
        moved.forEach(thing -> counts.put(thing.thing(), thing.count()));
        sql.update(
                """
                insert into customer_merges (id, customer_id, merged_id, taken, moved, reason, at, by)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, ?)""",
                id,
                kept,
                other,
                taken.stream().sorted().map(MergeField::code).toArray(String[]::new),
                Json.write(counts),
                reason,
                at,
                by);
        return id;
    }

    /** Whoever turned out to be that customer, the last first. */
    public List<MergedCustomer> into(UUID customer) {
        return sql.list(
                MERGED + "where c.merged_into = ? order by c.merged_at desc, c.id", MergeRows::merged, customer);
    }

    /** The customer as a pointer; empty: they are somebody. */
    public Optional<MergedCustomer> pointer(UUID customer) {
        return sql.first(MERGED + "where c.id = ?", MergeRows::merged, customer);
    }

    private static final String MERGED =
            """
            select c.id, c.contract_number, c.full_name, w.id, w.contract_number, c.merged_at,
                coalesce(nullif(u.full_name, ''), u.email), c.balance, c.currency
            from customers c join customers w on w.id = c.merged_into left join customer_merges g on g.merged_id = c.id
                left join users u on u.id = g.by\s""";

    private static MergedCustomer merged(ResultSet row) throws SQLException {
        return new MergedCustomer(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getTimestamp(6).toInstant(),
                row.getString(7),
                row.getBigDecimal(8),
                row.getString(9));
    }
}
