package uplink.document.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.billing.requisites.boundary.Requisites;
import uplink.shared.Formats;

/**
 * What was rendered in a month. Its lines are those of invoices, which do not change: they are not written down again.
 *
 * @param from first day of the month
 * @param amount below zero: more was given back than rendered
 */
public record ActFacts(
        Payer payer, @Nullable Requisites payee, LocalDate from, BigDecimal amount, BigDecimal tax, String currency)
        implements Facts {

    static ActFacts of(Payer payer, @Nullable Requisites payee, LocalDate from, List<InvoiceLine> lines) {
        BigDecimal zero = BigDecimal.ZERO.setScale(2);
        return new ActFacts(
                payer,
                payee,
                from,
                lines.stream().map(InvoiceLine::amount).reduce(zero, BigDecimal::add),
                lines.stream().map(InvoiceLine::tax).reduce(zero, BigDecimal::add),
                lines.get(0).currency());
    }

    @Override
    public Map<String, Object> in(Locale language) {
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("from", Formats.day(from, language));
        texts.put("to", Formats.day(from.plusMonths(1).minusDays(1), language));
        texts.put("amount", PaperText.money(amount, currency, language));
        texts.put("tax", PaperText.money(tax, currency, language));
        texts.put("net", PaperText.money(amount.subtract(tax), currency, language));
        texts.put("inWords", PaperText.words(amount, currency, language));
        texts.put("isTaxed", tax.signum() != 0);
        texts.put("isGivenBack", amount.signum() < 0);
        return Map.of("act", texts);
    }
}
