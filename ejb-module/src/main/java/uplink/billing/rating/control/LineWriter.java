package uplink.billing.rating.control;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.Cause;
import uplink.billing.rating.boundary.ChargeKey;
import uplink.billing.rating.boundary.Corrected;
import uplink.billing.rating.boundary.Explanation;
import uplink.billing.rating.boundary.LineKind;
import uplink.billing.rating.boundary.LineTax;
import uplink.billing.rating.boundary.RatedLine;
import uplink.billing.rating.boundary.TaxRate;
import uplink.billing.rating.boundary.TimelineEvent;

/** Writes lines: amount, tax, key, cause. */
final class LineWriter {

    private final Currency currency;
    private final int scale;
    private final Course course;
    private final Billed billed;

    LineWriter(Currency currency, Course course, Billed billed) {
        this.currency = currency;
        this.scale = Proration.scale(currency);
        this.course = course;
        this.billed = billed;
    }

    BigDecimal zero() {
        return BigDecimal.ZERO.setScale(scale);
    }

    /** Charges days of a piece: in one line, or in one a day. */
    void charge(Piece piece, Span span, List<RatedLine> into) {
        if (!piece.isDaily()) {
            BigDecimal amount =
                    Proration.part(piece.rate(), span.days(), piece.cell().ofDays(), scale);
            into.add(recurring(piece, span, 0, amount));
            return;
        }
        for (LocalDate day = span.from(); day.isBefore(span.to()); day = day.plusDays(1)) {
            int share = piece.cell().dayOf(day);
            BigDecimal amount =
                    Proration.share(piece.rate(), share, piece.cell().ofDays(), scale);
            into.add(recurring(piece, new Span(day, day.plusDays(1)), share, amount));
        }
    }

    private RatedLine recurring(Piece piece, Span span, int share, BigDecimal amount) {
        Segment segment = piece.segment();
        LocalDate periodStart = share > 0 ? span.from() : piece.cell().start();
        TimelineEvent event = span.from().equals(segment.from()) ? segment.opening() : null;
        ChargeKey key = span.from().equals(periodStart) ? billed.plain(periodStart) : null;
        if (key == null) {
            event = event == null ? course.causeAt(span.from()) : event;
            key = billed.caused(LineKind.RECURRING, periodStart, event, span.from());
        }
        int ofDays = piece.cell().ofDays();
        TaxRate tax = piece.tax();
        Explanation explanation = new Explanation(
                LineKind.RECURRING,
                currency,
                span.from(),
                span.to(),
                span.days(),
                ofDays,
                segment.price(piece.cell()),
                piece.discounts(),
                share,
                amount,
                Proration.rounding(piece.rate(), span.days(), ofDays, amount),
                Proration.tax(amount, tax.mode(), tax.percent(), scale),
                event == null ? null : cause(event),
                segment.isByTheDay() ? segment.opening().text() : null,
                null,
                share > 0 ? piece.cell().end() : null);
        return new RatedLine(key, explanation, segment.terms().tariffVersionId());
    }

    /** Takes back days of a billed line: never more than remains of it, and all that remains when all of it goes. */
    RatedLine adjustment(Stretch stretch) {
        return adjustment(stretch, course.causeAt(stretch.from()));
    }

    /** Takes back a fee because of the correction that voided or replaced it. */
    RatedLine feeBack(String cause, Outstanding fee) {
        LocalDate date = fee.line().from();
        TimelineEvent correction = course.corrected().get(cause);
        return adjustment(
                new Stretch(fee, date, fee.line().to()), correction == null ? course.causeAt(date) : correction);
    }

    private RatedLine adjustment(Stretch stretch, TimelineEvent event) {
        Outstanding of = stretch.of();
        Explanation line = of.line().explanation();
        ChargeKey lineKey = of.line().key();
        Span span = new Span(stretch.from(), stretch.to());
        BigDecimal asked = Proration.part(of.rate(), span.days(), line.ofDays(), scale);
        boolean all = of.isWhole(stretch) || asked.compareTo(of.amount()) >= 0;
        BigDecimal amount = all ? of.amount() : asked;
        LineTax asks =
                Proration.tax(amount.negate(), line.tax().mode(), line.tax().percent(), scale);
        boolean allTax = all || asks.amount().negate().compareTo(of.tax()) > 0;
        LineTax tax = allTax ? new LineTax(asks.mode(), asks.percent(), of.tax().negate()) : asks;
        Explanation explanation = new Explanation(
                LineKind.ADJUSTMENT,
                currency,
                span.from(),
                span.to(),
                span.days(),
                line.ofDays(),
                of.rate(),
                List.of(),
                0,
                amount.negate(),
                all ? null : Proration.rounding(of.rate().negate(), span.days(), line.ofDays(), amount.negate()),
                tax,
                cause(event),
                line.text(),
                new Corrected(lineKey.kind(), lineKey.cause(), all ? amount : null, allTax ? of.tax() : null),
                line.invoiceFrom());
        of.takeBack(amount, tax.amount().negate());
        ChargeKey key = billed.caused(LineKind.ADJUSTMENT, lineKey.periodStart(), event, span.from());
        return new RatedLine(key, explanation, of.line().tariffVersionId());
    }

    RatedLine fee(Fee fee) {
        LocalDate date = fee.date();
        BigDecimal amount = fee.amount().setScale(scale, RoundingMode.HALF_UP);
        TaxRate tax = fee.tax().on(date);
        Explanation explanation = new Explanation(
                LineKind.FEE,
                currency,
                date,
                date.plusDays(1),
                1,
                1,
                fee.amount(),
                List.of(),
                0,
                amount,
                Proration.rounding(fee.amount(), 1, 1, amount),
                Proration.tax(amount, tax.mode(), tax.percent(), scale),
                cause(fee.event()),
                fee.event().text(),
                null,
                null);
        ChargeKey key = billed.caused(LineKind.FEE, date, fee.event(), date);
        return new RatedLine(key, explanation, fee.tariffVersionId());
    }

    private static @Nullable Cause cause(TimelineEvent event) {
        return new Cause(event.causeType(), event.date());
    }
}
