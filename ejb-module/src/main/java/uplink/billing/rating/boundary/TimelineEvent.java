package uplink.billing.rating.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a subscription, from the beginning of a day on. Events are never altered: what was wrong
 * is put right by a later one that names it in {@code corrects}. One of type {@link EventType#CORRECTION} voids the
 * named event (voiding a correction brings back what it had replaced); one of any other type takes its place.
 *
 * @param id unique within the timeline; becomes part of the key of the charges that the event causes
 * @param terms for start and change; a change without terms keeps the old ones (a new billing day only). For a pause: what
 *     a day of it costs; null: nothing
 * @param billingDay 1 to 31; needed at the start, optional in a change
 * @param amount a fee's amount in currency units, not below zero
 * @param text what the fee, or the price of a pause, is for, as the customer reads it
 * @param tax a fee's tax; null: as the subscription's terms say
 */
public record TimelineEvent(
        UUID id,
        EventType type,
        LocalDate date,
        @Nullable RatingTerms terms,
        @Nullable Integer billingDay,
        @Nullable BigDecimal amount,
        @Nullable String text,
        @Nullable TaxTerms tax,
        @Nullable UUID corrects) {

    public static TimelineEvent start(UUID id, LocalDate date, RatingTerms terms, int billingDay) {
        return new TimelineEvent(id, EventType.START, date, terms, billingDay, null, null, null, null);
    }

    public static TimelineEvent change(UUID id, LocalDate date, @Nullable RatingTerms terms, @Nullable Integer day) {
        return new TimelineEvent(id, EventType.CHANGE, date, terms, day, null, null, null, null);
    }

    /** A pause, a resume or a cancellation. */
    public static TimelineEvent plain(UUID id, EventType type, LocalDate date) {
        return new TimelineEvent(id, type, date, null, null, null, null, null, null);
    }

    public static TimelineEvent fee(UUID id, LocalDate date, BigDecimal amount, String text) {
        return new TimelineEvent(id, EventType.FEE, date, null, null, amount, text, null, null);
    }

    /** Voids another event. */
    public static TimelineEvent voiding(UUID id, LocalDate date, UUID corrects) {
        return new TimelineEvent(id, EventType.CORRECTION, date, null, null, null, null, null, corrects);
    }

    /** This event in the place of another. */
    public TimelineEvent correcting(UUID other) {
        return new TimelineEvent(id, type, date, terms, billingDay, amount, text, tax, other);
    }

    /** The type that explanations and charge keys name: whatever corrects is a correction. */
    public EventType causeType() {
        return corrects == null ? type : EventType.CORRECTION;
    }
}
