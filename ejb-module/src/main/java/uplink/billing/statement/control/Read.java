package uplink.billing.statement.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.statement.boundary.StatementFormat;

/** What a file says, read but not yet proved. */
public record Read(StatementFormat format, List<Section> sections, List<Entry> entries) {

    /**
     * What the bank says of an account and some days.
     *
     * @param incoming as the bank adds it up; null when it does not say
     */
    public record Section(
            int line,
            String account,
            LocalDate from,
            LocalDate to,
            BigDecimal opening,
            BigDecimal closing,
            @Nullable BigDecimal incoming,
            @Nullable BigDecimal outgoing) {}

    /**
     * Money that came or went.
     *
     * @param key made of the bank's own ids
     * @param party who paid, or was paid
     */
    public record Entry(
            int line,
            String key,
            String account,
            boolean incoming,
            BigDecimal amount,
            String currency,
            LocalDate bookedOn,
            @Nullable String document,
            Party party,
            String purpose) {}

    /** The other side. */
    public record Party(@Nullable String name, @Nullable String inn, @Nullable String account) {}
}
