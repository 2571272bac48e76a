package uplink.billing.rating.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.Cause;
import uplink.billing.rating.boundary.Corrected;
import uplink.billing.rating.boundary.Discount;
import uplink.billing.rating.boundary.EventType;
import uplink.billing.rating.boundary.Explanation;
import uplink.billing.rating.boundary.LineKind;
import uplink.billing.rating.boundary.LineTax;
import uplink.billing.rating.boundary.TaxMode;
import uplink.shared.Coded;
import uplink.shared.Json;

/**
 * An explanation as it is stored. Written by hand, because a run writes millions: what a line does not have is left
 * out.
 */
public final class ExplanationJson {

    private ExplanationJson() {}

    public static String write(Explanation e) {
        JsonText json = new JsonText()
                .put("kind", e.kind().code())
                .put("cur", e.currency().getCurrencyCode())
                .put("from", e.from().toString())
                .put("to", e.to().toString())
                .put("days", e.days())
                .put("of", e.ofDays())
                .put("price", e.price().toPlainString());
        if (!e.discounts().isEmpty()) {
            json.array("discounts", e.discounts(), ExplanationJson::discount);
        }
        if (e.share() > 0) {
            json.put("day", e.share());
        }
        json.put("amount", e.amount().toPlainString()).put("round", e.rounding());
        LineTax tax = e.tax();
        if (tax.percent().signum() != 0) {
            json.object("tax", t -> t.put("mode", tax.mode().code())
                    .put("pct", tax.percent().toPlainString())
                    .put("amount", tax.amount().toPlainString()));
        }
        Cause cause = e.cause();
        if (cause != null) {
            json.object("cause", c -> c.put("event", cause.type().code())
                    .put("date", cause.date().toString()));
        }
        json.put("text", e.text());
        Corrected corrected = e.corrected();
        if (corrected != null) {
            json.object("corrects", c -> c.put("kind", corrected.kind().code())
                    .put("cause", corrected.cause())
                    .put("rem", plain(corrected.remaining()))
                    .put("remTax", plain(corrected.remainingTax())));
        }
        LocalDate wait = e.invoiceFrom();
        return json.put("wait", wait == null ? null : wait.toString()).toString();
    }

    private static void discount(JsonText json, Discount discount) {
        json.put("pct", plain(discount.percent())).put("amount", plain(discount.amount()));
    }

    private static @Nullable String plain(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    /** Throws {@code IllegalArgumentException} for what {@link #write} has not written. */
    public static Explanation read(String text) {
        JsonNode json = Json.read(text, JsonNode.class);
        BigDecimal amount = decimal(json, "amount");
        JsonNode corrects = json.path("corrects");
        JsonNode cause = json.path("cause");
        String wait = string(json, "wait");
        return new Explanation(
                Coded.of(LineKind.class, needed(json, "kind")),
                Currency.getInstance(needed(json, "cur")),
                LocalDate.parse(needed(json, "from")),
                LocalDate.parse(needed(json, "to")),
                json.path("days").intValue(),
                json.path("of").intValue(),
                decimal(json, "price"),
                discounts(json.path("discounts")),
                json.path("day").intValue(),
                amount,
                string(json, "round"),
                tax(json.path("tax"), amount.scale()),
                cause.isMissingNode()
                        ? null
                        : new Cause(
                                Coded.of(EventType.class, needed(cause, "event")),
                                LocalDate.parse(needed(cause, "date"))),
                string(json, "text"),
                corrects.isMissingNode() ? null : corrected(corrects),
                wait == null ? null : LocalDate.parse(wait));
    }

    private static List<Discount> discounts(JsonNode array) {
        List<Discount> discounts = new ArrayList<>(array.size());
        array.forEach(d -> discounts.add(new Discount(optional(d, "pct"), optional(d, "amount"), null, null)));
        return discounts;
    }

    private static LineTax tax(JsonNode json, int scale) {
        return json.isMissingNode()
                ? new LineTax(TaxMode.INCLUDED, BigDecimal.ZERO, BigDecimal.ZERO.setScale(scale))
                : new LineTax(
                        Coded.of(TaxMode.class, needed(json, "mode")), decimal(json, "pct"), decimal(json, "amount"));
    }

    private static Corrected corrected(JsonNode json) {
        return new Corrected(
                Coded.of(LineKind.class, needed(json, "kind")),
                needed(json, "cause"),
                optional(json, "rem"),
                optional(json, "remTax"));
    }

    private static @Nullable String string(JsonNode json, String name) {
        return json.path(name).textValue();
    }

    private static String needed(JsonNode json, String name) {
        String value = string(json, name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name + " in an explanation");
        }
        return value;
    }

    private static BigDecimal decimal(JsonNode json, String name) {
        return new BigDecimal(needed(json, name));
    }

    private static @Nullable BigDecimal optional(JsonNode json, String name) {
        String value = string(json, name);
        return value == null ? null : new BigDecimal(value);
    }
}
