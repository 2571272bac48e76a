package uplink.billing.rating.boundary;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /rating/simulate} is asked. What is left out takes the defaults: billing day 1, a month, in advance,
 * one charge a period, parts prorated, no tax, no discounts.
 *
 * @param currency ISO 4217 code; null: the operator's
 * @param timeline in any order; events of one day apply in the order given
 * @param targets each is one run, in the order given; a run knows what the runs before it knew and the events dated on
 *     or before its target
 */
public record SimulationRequest(
        @Nullable String currency,
        @Nullable Integer billingDay,
        @Nullable Period period,
        @Nullable Timing timing,
        @Nullable Spread spread,
        @Nullable PartRule first,
        @Nullable PartRule last,
        @Nullable SimulatedTax tax,
        @Nullable List<@Nullable SimulatedDiscount> discounts,
        @Nullable List<@Nullable SimulatedEvent> timeline,
        @Nullable List<@Nullable LocalDate> targets) {}
