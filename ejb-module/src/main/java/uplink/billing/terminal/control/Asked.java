package uplink.billing.terminal.control;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uplink.billing.terminal.boundary.TerminalAnswer;
import uplink.billing.terminal.boundary.TerminalRequest;
import uplink.billing.terminal.boundary.TerminalResult;
import uplink.shared.Text;

/**
 * What a terminal wants, read: every field is in the protocol's form, or there is a refusal.
 *
 * @param sum null for a check that names none
 * @param refusal what is wrong with the request itself
 */
public record Asked(
        @Nullable String txnId,
        boolean isPay,
        String account,
        @Nullable BigDecimal sum,
        @Nullable Instant date,
        @Nullable String currency,
        Optional<TerminalAnswer> refusal) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");
    private static final Pattern ACCOUNT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}/_.-]{0,39}");
    private static final Pattern SUM = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,2})?");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    /** Reads a request; its date is in that zone. */
    public static Asked of(TerminalRequest request, ZoneId zone) {
        String account = request.account() == null ? "" : request.account().strip();
        String txnId = matching(NUMBER, request.txnId());
        String sum = matching(SUM, request.sum());
        return new Asked(
                txnId,
                "pay".equals(request.command()),
                account,
                sum == null ? null : new BigDecimal(sum).setScale(2),
                date(request.date(), zone),
                blankToNull(request.currency()),
                refusal(request, txnId, account, sum, zone));
    }

    private static Optional<TerminalAnswer> refusal(
            TerminalRequest request, @Nullable String txnId, String account, @Nullable String sum, ZoneId zone) {
        boolean pay = "pay".equals(request.command());
        if (!pay && !"check".equals(request.command())) {
            return refused(txnId, TerminalResult.REFUSED, "terminal.command");
        }
        if (txnId == null) {
            return refused(null, TerminalResult.REFUSED, "terminal.txn-id");
        }
        if (!ACCOUNT.matcher(account).matches()) {
            return refused(txnId, TerminalResult.BAD_ACCOUNT, "terminal.account");
        }
        if (sum == null && (pay || blankToNull(request.sum()) != null)) {
            return refused(txnId, TerminalResult.REFUSED, "terminal.sum");
        }
        return blankToNull(request.date()) != null && date(request.date(), zone) == null
                ? refused(txnId, TerminalResult.REFUSED, "terminal.date")
                : Optional.empty();
    }

    private static Optional<TerminalAnswer> refused(@Nullable String txnId, TerminalResult result, String why) {
        return Optional.of(TerminalAnswer.of(txnId, result, Text.of(why)));
    }

    private static @Nullable String matching(Pattern pattern, @Nullable String text) {
        return text != null && pattern.matcher(text.strip()).matches() ? text.strip() : null;
    }

    private static @Nullable Instant date(@Nullable String text, ZoneId zone) {
        try {
            return text == null || text.isBlank()
                    ? null
                    : LocalDateTime.parse(text.strip(), DATE).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
