package uplink.billing.rating.control;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import uplink.billing.rating.boundary.Cause;
import uplink.billing.rating.boundary.Corrected;
import uplink.billing.rating.boundary.Discount;
import uplink.billing.rating.boundary.EventType;
import uplink.billing.rating.boundary.Explanation;
import uplink.billing.rating.boundary.LineKind;
import uplink.billing.rating.boundary.TaxMode;
import uplink.shared.Text;

/** Tells a line in one sentence, in Russian or English. For one thread and one answer. */
public final class Explainer {

    private static final String NO_BREAK = "\u00a0";

    private final Locale locale;
    private final DateTimeFormatter dates;

    public Explainer(Locale asked) {
        locale = Text.supported(asked);
        dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }

    /** What the line is for, how its amount came about, why, and the tax in it. */
    public String explain(Explanation e) {
        List<String> parts = new ArrayList<>();
        parts.add(text("says", head(e), formula(e)));
        if (e.rounding() != null) {
            parts.add(text(e.share() > 0 ? "rounded-share" : "rounded", unrounded(e)));
        }
        Corrected corrected = e.corrected();
        if (corrected != null && corrected.remaining() != null) {
            parts.add(text("remaining"));
        }
        Cause cause = e.cause();
        if (cause != null && cause.type() != EventType.FEE) {
            parts.add(text("because", text("event." + cause.type().code()), dates.format(cause.date())));
        }
        if (e.tax().percent().signum() != 0) {
            String key = e.tax().mode() == TaxMode.INCLUDED ? "tax.included" : "tax.on-top";
            parts.add(text(key, number(e.tax().percent()), money(e.tax().amount(), e.currency())));
        }
        return String.join("; ", parts) + ".";
    }

    private String head(Explanation e) {
        LocalDate last = e.to().minusDays(1);
        String from = dates.format(e.from());
        if (isFee(e)) {
            String fee = e.kind() == LineKind.FEE ? "head.fee" : "head.fee-back";
            return e.text() == null ? text(fee, from) : text(fee + "-named", from, e.text());
        }
        if (e.share() > 0) {
            return text("head.share", from, e.share(), Plurals.days(e.ofDays(), locale));
        }
        if (isByTheDay(e)) {
            String named = e.kind() == LineKind.RECURRING ? "head.rest" : "head.rest-back";
            return text(named, from, dates.format(last), e.text() == null ? "" : e.text());
        }
        String head = "head." + e.kind().code();
        return e.days() == 1 ? text(head + "-day", from) : text(head, from, dates.format(last));
    }

    private static boolean isFee(Explanation e) {
        Corrected corrected = e.corrected();
        return e.kind() == LineKind.FEE || (corrected != null && corrected.kind() == LineKind.FEE);
    }

    /** A pause with a price a day: the only recurring line with a text. */
    private static boolean isByTheDay(Explanation e) {
        return e.text() != null && !isFee(e);
    }

    private String formula(Explanation e) {
        String price = money(e.price(), e.currency());
        String amount = money(e.amount().abs(), e.currency());
        if (isFee(e)) {
            return amount;
        }
        String days = Plurals.days(e.days(), locale);
        if (isByTheDay(e)) {
            BigDecimal day = e.price()
                    .divide(BigDecimal.valueOf(e.ofDays()), Proration.scale(e.currency()), RoundingMode.HALF_UP);
            String how = text("formula.by-day", days, money(day, e.currency()));
            return text(e.kind() == LineKind.ADJUSTMENT ? "formula.back" : "formula.gives", how, amount);
        }
        String how = e.days() == e.ofDays()
                ? text("formula.whole", days, price)
                : text("formula.part", days, e.ofDays(), price, e.days() + "/" + e.ofDays());
        for (Discount discount : e.discounts()) {
            how = text("formula.less", how, discount(discount, e.currency()));
        }
        if (e.kind() == LineKind.ADJUSTMENT) {
            return text("formula.back", how, amount);
        }
        boolean plain = e.days() == e.ofDays() && e.amount().compareTo(e.price()) == 0;
        return plain ? how : text("formula.gives", how, amount);
    }

    private String discount(Discount discount, Currency currency) {
        BigDecimal percent = discount.percent();
        BigDecimal amount = discount.amount();
        return percent != null || amount == null
                ? text("discount.percent", number(percent == null ? BigDecimal.ZERO : percent))
                : text("discount.amount", money(amount, currency));
    }

    /** Three digits more than the currency has: enough to see which way it was rounded. */
    private String unrounded(Explanation e) {
        BigDecimal rate = Discounts.rate(e.price(), e.discounts());
        BigDecimal exact = rate.multiply(BigDecimal.valueOf(e.days()))
                .divide(BigDecimal.valueOf(e.ofDays()), Proration.scale(e.currency()) + 3, RoundingMode.HALF_UP);
        return number(exact);
    }

    /** 1 500,00 ₽ and $1,500.00, but RUB 1,500.00. */
    private String money(BigDecimal amount, Currency currency) {
        int scale =
                Math.max(Proration.scale(currency), amount.stripTrailingZeros().scale());
        String figure = number(amount.abs().setScale(scale, RoundingMode.UNNECESSARY));
        String symbol = currency.getSymbol(locale);
        String sign = amount.signum() < 0 ? "-" : "";
        if (!locale.equals(Locale.ENGLISH)) {
            return sign + figure + NO_BREAK + symbol;
        }
        boolean letters = Character.isLetter(symbol.charAt(symbol.length() - 1));
        return sign + symbol + (letters ? NO_BREAK : "") + figure;
    }

    private String number(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(Math.max(0, value.scale()));
        format.setMaximumFractionDigits(Math.max(0, value.scale()));
        return format.format(value);
    }

    private String text(String key, Object... arguments) {
        return Text.of("rating." + key, arguments).in(locale);
    }
}
