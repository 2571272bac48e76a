package uplink.inventory.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was counted in a warehouse.
 *
 * @param labels serials or MACs in any spelling, 1 to 5,000; one that comes twice counts once
 * @param reason why what is missing is written off; needed to close
 * @param seen of the difference that was looked at; needed to close
 */
public record StockCount(
        List<String> labels, @Nullable String reason, @Nullable String document, @Nullable String seen) {

    public StockCount {
        labels = labels == null ? List.of() : List.copyOf(labels);
    }
}
