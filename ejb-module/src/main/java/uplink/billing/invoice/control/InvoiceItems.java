package uplink.billing.invoice.control;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the frozen lines of an invoice as they are stored in {@code invoices.items}. By hand, because a run writes
 * millions. {@link FrozenLine} reads them.
 */
public final class InvoiceItems {

    private final StringBuilder json = new StringBuilder(512).append('[');

    /**
     * @param explanation JSON of the structured explanation
     * @param amount what the customer owes for the line, tax included
     */
    public InvoiceItems add(
            UUID subscription,
            UUID tariff,
            @Nullable String titleRu,
            @Nullable String titleEn,
            BigDecimal amount,
            BigDecimal tax,
            String explanation) {
        if (json.length() > 1) {
            json.append(',');
        }
        json.append("{\"sub\":\"")
                .append(subscription)
                .append("\",\"tariff\":\"")
                .append(tariff);
        text("\",\"ru\":\"", titleRu);
        text("\",\"en\":\"", titleEn);
        json.append("\",\"amount\":\"").append(amount.toPlainString());
        json.append("\",\"tax\":\"").append(tax.toPlainString());
        json.append("\",\"why\":").append(explanation).append('}');
        return this;
    }

    private void text(String before, @Nullable String value) {
        if (value != null) {
            json.append(before);
            JsonStringEncoder.getInstance().quoteAsString(value, json);
        }
    }

    /** The array, and a fresh start. */
    public String end() {
        String text = json.append(']').toString();
        json.setLength(1);
        return text;
    }
}
