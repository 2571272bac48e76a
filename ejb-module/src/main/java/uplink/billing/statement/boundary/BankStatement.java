package uplink.billing.statement.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a file says of an account: its entries lead from the opening balance to the closing one, or it was refused. */
public record BankStatement(
        String account,
        LocalDate from,
        LocalDate to,
        BigDecimal opening,
        BigDecimal incoming,
        BigDecimal outgoing,
        BigDecimal closing) {}
