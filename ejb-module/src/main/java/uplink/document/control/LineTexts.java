package uplink.document.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.shared.Formats;

/** Lines of invoices as templates list them. */
final class LineTexts {

    private LineTexts() {}

    static List<Map<String, Object>> of(List<InvoiceLine> lines, Locale language) {
        List<Map<String, Object>> texts = new ArrayList<>();
        for (InvoiceLine line : lines) {
            texts.add(line(texts.size() + 1, line, language));
        }
        return texts;
    }

    /** People read a period by its last day; the line keeps the day after it. A fee has one day. */
    private static Map<String, Object> line(int no, InvoiceLine line, Locale language) {
        boolean several = line.to().isAfter(line.from().plusDays(1));
        String currency = line.currency();
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("no", Integer.toString(no));
        texts.put("title", PaperText.of(line.title()));
        texts.put("explanation", PaperText.of(line.explanation()));
        texts.put("from", Formats.day(line.from(), language));
        texts.put("to", Formats.day(several ? line.to().minusDays(1) : line.from(), language));
        texts.put("isPeriod", several);
        texts.put("price", PaperText.money(line.price(), currency, language));
        texts.put("net", PaperText.money(line.amount().subtract(line.tax()), currency, language));
        texts.put("taxRate", Formats.number(line.taxRate(), language));
        texts.put("tax", PaperText.money(line.tax(), currency, language));
        texts.put("amount", PaperText.money(line.amount(), currency, language));
        return texts;
    }
}
