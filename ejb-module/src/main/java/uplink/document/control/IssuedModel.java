package uplink.document.control;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.shared.Formats;

/**
 * What a template can say about anything but an invoice.
 *
 * @param lines of an act, in the language of the paper
 */
public record IssuedModel(
        String number, LocalDate issuedOn, Facts facts, @Nullable String logoPng, List<InvoiceLine> lines)
        implements PaperModel {

    @Override
    public Map<String, Object> in(Locale language) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("document", Map.of("number", PaperText.of(number), "issuedOn", Formats.day(issuedOn, language)));
        model.putAll(facts.in(language));
        if (facts instanceof ActFacts) {
            model.put("lines", LineTexts.of(lines, language));
        }
        new Letterhead(facts.payer(), facts.payee(), logoPng).into(model);
        return model;
    }
}
