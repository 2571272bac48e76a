package uplink.address.control;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.AddressWords;
import uplink.shared.Sql;

/**
 * Finds the one place that an address means. Everything that the text names must be in the place or in what it lies within;
 * what it leaves out may be there. Two that fit are none: better nobody is told than the wrong one.
 */
public final class PlaceFinder {

    /**
     * What was found.
     *
     * @param whole false: a house was named that the tree does not have, and this is its street
     */
    public record Found(UUID id, boolean whole) {}

    private record Candidate(UUID id, String typeKey, List<String> name) {}

    private static final int LONGEST_NAME = 5;
    private static final int MOST_WORDS = 20;
    private static final int MOST = 50;

    private final Sql sql;

    public PlaceFinder(Sql sql) {
        this.sql = sql;
    }

    /** In one text as people write it: city, street and house in any order. */
    public Optional<Found> find(String address) {
        String text = AddressWords.withoutFlat(address);
        return find(AddressWords.list(text), AddressWords.list(AddressWords.glued(text)), null);
    }

    /** With the house said apart. */
    public Optional<Found> find(String city, String street, String house) {
        List<String> words = AddressWords.list(city + ", " + street);
        return find(words, words, AddressWords.house(house));
    }

    private Optional<Found> find(List<String> all, List<String> glued, @Nullable String house) {
        List<String> words = all.stream()
                .filter(word -> !AddressWords.isType(word))
                .limit(MOST_WORDS)
                .toList();
        Set<String> names = new LinkedHashSet<>(words);
        names.removeIf(AddressWords::isNumber);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<Candidate> candidates = ofItsKind(candidates(words, names), AddressWords.streetTypes(Set.copyOf(all)));
        List<Candidate> numbered = candidates.stream()
                .filter(candidate -> candidate.name().stream().anyMatch(AddressWords::isNumber))
                .toList();
        // "8 Марта 12": whoever uses a number in the name leaves the other one for the house
        for (List<Candidate> these : List.of(numbered, candidates)) {
            List<String> houses = house == null ? houses(these, words, glued) : List.of(house);
            Optional<Found> found = these.isEmpty() ? Optional.empty() : house(these, houses);
            if (found.isPresent()) {
                return found;
            }
        }
        boolean named = house != null || !houses(candidates, words, glued).isEmpty();
        return candidates.size() == 1 ? Optional.of(new Found(candidates.get(0).id(), !named)) : Optional.empty();
    }

    /** Places that are called like some of the words, and in whose line all names are. */
    private List<Candidate> candidates(List<String> words, Set<String> names) {
        List<Candidate> found = sql.list(
                """
                select p.id, p.type_key, p.name_key from places p join place_search s on s.place_id = p.id
                where p.name_key = any (?) and p.rank <= 6 and p.is_active
                    and string_to_array(s.content, ' ') @> ?::text[]
                limit ?""",
                row -> new Candidate(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        List.of(row.getString(3).split(" "))),
                keys(words).toArray(String[]::new),
                names.toArray(String[]::new),
                MOST + 1);
        return found.size() > MOST ? List.of() : found;
    }

    /** Words that stand beside each other may be one name. */
    private static Set<String> keys(List<String> words) {
        Set<String> keys = new LinkedHashSet<>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + LONGEST_NAME); to++) {
                keys.add(String.join(" ", new TreeSet<>(words.subList(from, to))));
            }
        }
        return keys;
    }

    /** An avenue is no lane of that name. */
    private static List<Candidate> ofItsKind(List<Candidate> candidates, Set<String> types) {
        return candidates.stream()
                .filter(candidate -> types.isEmpty()
                        || AddressWords.streetTypes(Set.of(candidate.typeKey())).isEmpty()
                        || types.contains(candidate.typeKey()))
                .toList();
    }

    /** The first number that is not in the name, in each way it may be read; the likeliest first. */
    private static List<String> houses(List<Candidate> candidates, List<String> words, List<String> glued) {
        Set<String> readings = new LinkedHashSet<>();
        for (List<String> reading : List.of(glued, words)) {
            List<String> numbers = new ArrayList<>(reading);
            numbers.removeIf(word -> !AddressWords.isNumber(word));
            candidates.stream().limit(1).forEach(candidate -> candidate.name().forEach(numbers::remove));
            numbers.stream().limit(1).forEach(readings::add);
        }
        // house and flat as on an envelope
        new ArrayList<>(readings).forEach(reading -> readings.add(reading.replaceAll("/[^/]*$", "")));
        return List.copyOf(readings);
    }

    private Optional<Found> house(List<Candidate> candidates, List<String> houses) {
        UUID[] streets = candidates.stream().map(Candidate::id).toArray(UUID[]::new);
        for (String house : houses) {
            List<UUID> there = sql.list(
                    """
                    select id from places where parent_id = any (?) and kind = 'house' and name_key = ? and is_active
                    limit 2""",
                    row -> row.getObject(1, UUID.class),
                    streets,
                    house);
            if (!there.isEmpty()) {
                return there.size() > 1 ? Optional.empty() : Optional.of(new Found(there.get(0), true));
            }
        }
        return Optional.empty();
    }
}
