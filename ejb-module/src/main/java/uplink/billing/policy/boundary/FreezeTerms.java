package uplink.billing.policy.boundary;

import java.math.BigDecimal;

/**
 * A voluntary freeze.
 *
 * @param offered false: nobody under this policy has it
 * @param minDays the shortest
 * @param maxDays the longest; one without an end ends then
 * @param aheadDays how far ahead its first day may lie
 * @param freeDays of a calendar year
 * @param activationFee charged when it begins; 0: nothing
 * @param dayFee for each day beyond the free ones; 0: nothing
 * @param gapDays from the end of one freeze to the next
 */
public record FreezeTerms(
        boolean offered,
        int minDays,
        int maxDays,
        int aheadDays,
        int freeDays,
        BigDecimal activationFee,
        BigDecimal dayFee,
        int gapDays) {}
