package uplink.network.control;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uplink.network.boundary.OutagePlace;
import uplink.shared.AddressWords;

/**
 * An address as somebody typed it, and the places it may be in. City, street and house need not all be there, and may come
 * in any order; what the text leaves open counts as a match, what it says otherwise does not. Rather told too much than
 * nothing: kinds of streets are not told apart, and a flat may be taken for a house.
 */
public final class AddressText {

    private final Set<String> words;
    private final Set<String> houses = new HashSet<>();

    public AddressText(String text) {
        words = AddressWords.words(text);
        Set<String> numbers = new HashSet<>(words);
        // "12 г" may be house 12г, or house 12 and a town
        numbers.addAll(AddressWords.words(AddressWords.glued(text)));
        for (String word : numbers) {
            if (AddressWords.isNumber(word)) {
                houses.add(word);
                // house and flat as on an envelope
                houses.add(word.replaceAll("/[^/]*$", ""));
            }
        }
    }

    /** Whether something was said that a place can be held against. */
    public boolean isEmpty() {
        return words.stream().allMatch(AddressWords::isType);
    }

    /** Whether the address may be there. */
    public boolean mayBeIn(OutagePlace place) {
        Set<String> city = AddressWords.named(place.city());
        Set<String> street = AddressWords.named(place.street());
        boolean cityNamed = words.containsAll(city);
        boolean streetNamed = !street.isEmpty() && words.containsAll(street);
        boolean elsewhere = namesMoreThan(city, street);
        boolean cityFits = cityNamed || !elsewhere;
        boolean streetFits = place.street() == null || streetNamed || !elsewhere;
        return (cityNamed || streetNamed) && cityFits && streetFits && houseFits(place.house(), street);
    }

    private boolean houseFits(@Nullable String house, Set<String> street) {
        Set<String> said = new HashSet<>(houses);
        said.removeAll(street);
        return house == null
                || said.isEmpty()
                || AddressWords.words(AddressWords.glued(house)).stream().anyMatch(said::contains);
    }

    /** Whether a name is left that is neither of the city nor of the street: another city or another street. */
    private boolean namesMoreThan(Set<String> city, Set<String> street) {
        return words.stream()
                .anyMatch(word -> !city.contains(word)
                        && !street.contains(word)
                        && !AddressWords.isType(word)
                        && !AddressWords.isNumber(word));
    }
}
