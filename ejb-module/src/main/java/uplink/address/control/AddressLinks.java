package uplink.address.control;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uplink.shared.AddressWords;
import uplink.shared.Sql;

/** Which house of the tree customers' addresses are in: column {@code addresses.place_id}. */
public final class AddressLinks {

    private static final int AT_ONCE = 2_000;

    private final Sql sql;

    private record Written(UUID id, String city, String street, String house) {

        /** Every word that must be somewhere above the house. */
        String words() {
            Set<String> words = new TreeSet<>(AddressWords.words(city + ", " + street));
            words.removeIf(word -> AddressWords.isType(word) || AddressWords.isNumber(word));
            return String.join(" ", words);
        }

        String streetTypes() {
            return String.join(" ", AddressWords.streetTypes(AddressWords.words(street)));
        }
    }

    public AddressLinks(Sql sql) {
        this.sql = sql;
    }

    /** @return false: there is no such address, or nobody's any more */
    public boolean place(UUID address, @Nullable UUID house) {
        return sql.update(
                        """
                        update addresses a set place_id = ?, place_by_hand = true where id = ? and not exists
                            (select from customers c where c.id = a.customer_id and c.erased_at is not null)""",
                        house,
                        address)
                == 1;
    }

    /** Looks for the houses of a batch; answers the last address of it. Nothing is read where the tree has no houses. */
    public Optional<UUID> link(@Nullable UUID after) {
        if (sql.number("select count(*) from (select from places where kind = 'house' limit 1) h") == 0) {
            return Optional.empty();
        }
        List<Written> batch = sql.list(
                """
                select id, city, street, house from addresses where place_id is null and not place_by_hand
                    and id > coalesce(?::uuid, '00000000-0000-0000-0000-000000000000') order by id limit ?""",
                row -> new Written(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4)),
                after,
                AT_ONCE);
        if (batch.isEmpty()) {
            return Optional.empty();
        }
        link(batch);
        return Optional.of(batch.get(batch.size() - 1).id());
    }

    /** The same rule as the finder's, for many: the street's name, every word above it, its kind, and one house only. */
    private void link(List<Written> batch) {
        sql.update(
                """
                update addresses a set place_id = f.house from (
                    select w.id, (array_agg(h.id))[1] as house
                    from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[]) as w (id, street, words, types, house)
                    join places s on s.name_key = w.street and s.rank <= 6 and s.is_active
                        and (w.types = '' or s.rank <> 6 or s.type_key = '' or s.type_key = any (string_to_array(w.types, ' ')))
                    join place_search c on c.place_id = s.id
                        and string_to_array(c.content, ' ') @> string_to_array(w.words, ' ')
                    join places h on h.parent_id = s.id and h.kind = 'house' and h.name_key = w.house and h.is_active
                    group by w.id having count(*) = 1) f
                where a.id = f.id and a.place_id is null and not a.place_by_hand""",
                batch.stream().map(Written::id).toArray(UUID[]::new),
                texts(batch, written -> AddressWords.name(written.street())),
                texts(batch, Written::words),
                texts(batch, Written::streetTypes),
                texts(batch, written -> AddressWords.house(written.house())));
    }

    private static String[] texts(List<Written> batch, Function<Written, String> text) {
        return batch.stream().map(text).toArray(String[]::new);
    }
}
