package uplink.customer.boundary;

import org.jspecify.annotations.Nullable;

/**
 * What the law wants kept.
 *
 * @param holds whether nobody is erased before it has run out; else the records stay without the person
 * @param months how long; null: for ever
 * @param sourceRu the law that says so
 */
public record KeepingRule(
        String code,
        boolean holds,
        @Nullable Integer months,
        String nameRu,
        String nameEn,
        String sourceRu,
        String sourceEn) {}
