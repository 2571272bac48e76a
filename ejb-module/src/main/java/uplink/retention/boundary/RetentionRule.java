package uplink.retention.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long something is kept.
 *
 * @param erases whether it erases persons, each as an erasure by hand does; else rows are deleted or emptied
 * @param keep in {@code unit}, from the day on which the thing was needed last
 * @param least what the program or a law wants at least; less is refused
 * @param lawRu the law behind {@code least}; null: the program needs it
 * @param perNight at most so many in one night
 * @param reason the operator's own grounds, an order for example; of an erasure it is the basis
 * @param sourceRu why it is kept so long as it was delivered
 * @param changedBy who changed it last; null: nobody, it is as delivered
 */
public record RetentionRule(
        String code,
        boolean erases,
        boolean enabled,
        int keep,
        RetentionUnit unit,
        int least,
        @Nullable String lawRu,
        @Nullable String lawEn,
        int perNight,
        @Nullable String reason,
        String nameRu,
        String nameEn,
        String sourceRu,
        String sourceEn,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        int version) {}
