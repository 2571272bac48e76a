package uplink.bulk.boundary;

import java.math.BigDecimal;

/**
 * What a work comes to, over all that is to be changed.
 *
 * @param bill what the next bill runs bring of these services, with what is charged and given back for the change; of
 *     corrections their sum
 * @param before prices for a period as they are; of corrections the balances
 * @param after the same with the change
 */
public record BulkMoney(BigDecimal bill, BigDecimal before, BigDecimal after, String currency) {

    /** What a period brings more; below zero: less. */
    public BigDecimal difference() {
        return after.subtract(before);
    }
}
