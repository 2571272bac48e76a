package uplink.billing.ledger.boundary;

import java.math.BigDecimal;

/** A house account's turnover and balance (credits − debits). */
public record HouseBalance(
        String code, String kind, BigDecimal debits, BigDecimal credits, BigDecimal balance, String currency) {}
