package uplink.inventory.control;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uplink.inventory.boundary.DeviceState;
import uplink.inventory.boundary.DeviceTerms;
import uplink.shared.Folding;

/** How a device stands where another program has it, in the words of files. */
enum DeviceCondition {
    STOCK(DeviceState.STOCK, null, "stock", "на складе", "склад"),
    REPAIR(DeviceState.REPAIR, null, "repair", "в ремонте", "ремонт"),
    LOAN(DeviceState.CUSTOMER, DeviceTerms.LOAN, "loan", "у абонента", "в пользовании", "выдано"),
    SALE(DeviceState.CUSTOMER, DeviceTerms.SALE, "sale", "sold", "продано", "продан"),
    /** Is charged for: nothing that an import does. */
    RENT(DeviceState.CUSTOMER, DeviceTerms.RENT, "rent", "аренда", "в аренде");

    private final DeviceState state;
    private final @Nullable DeviceTerms terms;
    private final Set<String> words;

    DeviceCondition(DeviceState state, @Nullable DeviceTerms terms, String... words) {
        this.state = state;
        this.terms = terms;
        this.words = Set.of(words);
    }

    DeviceState state() {
        return state;
    }

    @Nullable
    DeviceTerms terms() {
        return terms;
    }

    static Optional<DeviceCondition> of(String written) {
        String word = Folding.folded(written.strip());
        return Arrays.stream(values())
                .filter(condition -> condition.words.contains(word))
                .findFirst();
    }
}
