package uplink.billing.invoice.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.billing.rating.boundary.Explanation;
import uplink.billing.rating.control.Explainer;
import uplink.billing.rating.control.ExplanationJson;
import uplink.shared.Json;

/** A line of an invoice as {@link InvoiceItems} has written it. */
public record FrozenLine(
        UUID subscription,
        UUID tariff,
        @Nullable String titleRu,
        @Nullable String titleEn,
        BigDecimal amount,
        BigDecimal tax,
        Explanation explanation) {

    /** The lines of {@code invoices.items}. */
    public static List<FrozenLine> read(String items) {
        List<FrozenLine> lines = new ArrayList<>();
        for (JsonNode item : Json.read(items, JsonNode.class)) {
            lines.add(new FrozenLine(
                    UUID.fromString(item.path("sub").asText()),
                    UUID.fromString(item.path("tariff").asText()),
                    item.path("ru").textValue(),
                    item.path("en").textValue(),
                    new BigDecimal(item.path("amount").asText()),
                    new BigDecimal(item.path("tax").asText()),
                    ExplanationJson.read(item.path("why").toString())));
        }
        return lines;
    }

    /** The line as the reader sees it; the explainer speaks the reader's language. */
    public InvoiceLine in(Locale reader, Explainer explainer) {
        return new InvoiceLine(
                subscription,
                tariff,
                explanation.kind().code(),
                title(reader),
                explanation.from(),
                explanation.to(),
                explanation.days(),
                explanation.ofDays(),
                explanation.price(),
                amount,
                tax,
                explanation.tax().percent(),
                explanation.currency().getCurrencyCode(),
                explainer.explain(explanation));
    }

    private String title(Locale reader) {
        String text = explanation.text();
        if (text != null) {
            return text;
        }
        String title = reader.getLanguage().equals("en") ? titleEn : titleRu;
        return title == null ? "" : title;
    }
}
