package uplink.catalog.boundary;

import org.jspecify.annotations.Nullable;

/**
 * Which tariffs, in which order.
 *
 * @param text fragment of code or name; null or empty: any
 * @param addon those that are sold beside another service only, or all others
 * @param first rows to skip
 * @param size 1 to 100 rows
 */
public record TariffQuery(
        @Nullable String text,
        @Nullable TariffKind kind,
        @Nullable Boolean active,
        @Nullable Boolean addon,
        Sort sort,
        boolean ascending,
        int first,
        int size) {

    /** What a list of tariffs can be sorted by. */
    public enum Sort {
        CODE,
        NAME,
        PRICE,
        SUBSCRIBERS
    }

    public static TariffQuery all() {
        return new TariffQuery(null, null, null, null, Sort.CODE, true, 0, 100);
    }
}
