package uplink.document.control;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uplink.billing.requisites.boundary.Requisites;
import uplink.shared.Formats;
import uplink.shared.Text;

/**
 * That money was received.
 *
 * @param receivedAt in the operator's zone
 * @param refunded how much of it had gone back, or was on its way, when the receipt was issued
 * @param method code of how it came
 * @param invoiceNumber of the invoice that it named
 * @param comment by who took it
 * @param cashier who took cash
 */
public record ReceiptFacts(
        Payer payer,
        @Nullable Requisites payee,
        LocalDateTime receivedAt,
        BigDecimal amount,
        BigDecimal refunded,
        String currency,
        String method,
        @Nullable String invoiceNumber,
        @Nullable String comment,
        @Nullable String cashier)
        implements Facts {

    @Override
    public Map<String, Object> in(Locale language) {
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("receivedOn", Formats.day(receivedAt.toLocalDate(), language));
        texts.put("time", "%02d:%02d".formatted(receivedAt.getHour(), receivedAt.getMinute()));
        texts.put("amount", PaperText.money(amount, currency, language));
        texts.put("inWords", PaperText.words(amount, currency, language));
        texts.put("method", Text.of("document.method." + method).in(language));
        texts.put("invoice", PaperText.of(invoiceNumber));
        texts.put("comment", PaperText.of(comment));
        texts.put("cashier", PaperText.of(cashier));
        texts.put("refunded", PaperText.money(refunded, currency, language));
        texts.put("isRefunded", refunded.signum() > 0);
        texts.put("isCash", method.equals("cash"));
        return Map.of("payment", texts);
    }
}
