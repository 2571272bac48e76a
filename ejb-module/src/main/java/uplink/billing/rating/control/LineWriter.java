package uplink.billing.rating.control;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.BilledLine;
import uplink.billing.rating.boundary.Cause;
import uplink.billing.rating.boundary.ChargeKey;
import uplink.billing.rating.boundary.Explanation;
import uplink.billing.rating.boundary.LineKind;
import uplink.billing.rating.boundary.LineTax;
import uplink.billing.rating.boundary.RatedLine;
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
            into.add(period(piece, span));
            return;
        }
        LocalDate day = span.from();
        while (day.isBefore(span.to())) {
            LocalDate next = day.plusDays(1);
            into.add(share(piece, new Span(day, next)));
            day = next;
        }
    }

    private RatedLine period(Piece piece, Span span) {
        BigDecimal amount =
                Proration.part(piece.rate(), span.days(), piece.cell().ofDays(), scale);
        return recurring(piece, span, piece.cell().start(), 0, amount, null);
    }

    private RatedLine share(Piece piece, Span day) {
        int number = piece.cell().dayOf(day.from());
        BigDecimal amount = Proration.share(piece.rate(), number, piece.cell().ofDays(), scale);
        return recurring(piece, day, day.from(), number, amount, piece.cell().end());
    }

    private RatedLine recurring(
            Piece piece,
            Span span,
            LocalDate periodStart,
            int share,
            BigDecimal amount,
            @Nullable LocalDate invoiceFrom) {
        Segment segment = piece.segment();
        TimelineEvent event = span.from().equals(segment.from()) ? segment.opening() : null;
        ChargeKey key = span.from().equals(periodStart) ? billed.plain(periodStart) : null;
        if (key == null) {
            event = event == null ? course.causeAt(span.from()) : event;
            key = billed.caused(LineKind.RECURRING, periodStart, event, span.from());
        }
        Explanation explanation = new Explanation(
                LineKind.RECURRING,
                currency,
                span.from(),
                span.to(),
                span.days(),
                piece.cell().ofDays(),
                segment.terms().price(),
                piece.discounts(),
                share,
                null,
                amount,
                Proration.tax(amount, piece.tax().mode(), piece.taxPercent(), scale),
                null,
                event == null ? null : new Cause(event.causeType(), event.date()),
                null);
        return new RatedLine(
                key, piece.rate(), explanation, null, segment.terms().tariffVersionId(), invoiceFrom);
    }

    /** Takes back days of a billed line: never more than remains of it, and all that remains when all of it goes. */
    RatedLine adjustment(Stretch stretch) {
        Outstanding of = stretch.of();
        BilledLine line = of.line();
        Span span = new Span(stretch.from(), stretch.to());
        boolean whole = of.isUntouched()
                && stretch.from().equals(line.from())
                && stretch.to().equals(line.to());
        BigDecimal asked = Proration.part(line.rate(), span.days(), line.ofDays(), scale);
        boolean all = whole || asked.compareTo(of.amount()) >= 0;
        BigDecimal amount = all ? of.amount() : asked;
        LineTax plain =
                Proration.tax(amount.negate(), line.tax().mode(), line.tax().percent(), scale);
        boolean allTax = all || plain.amount().negate().compareTo(of.tax()) > 0;
        LineTax tax =
                allTax ? new LineTax(plain.mode(), plain.percent(), of.tax().negate()) : plain;
        TimelineEvent event = course.causeAt(stretch.from());
        Explanation explanation = new Explanation(
                LineKind.ADJUSTMENT,
                currency,
                span.from(),
                span.to(),
                span.days(),
                line.ofDays(),
                line.rate(),
                List.of(),
                0,
                all ? of.amount() : null,
                amount.negate(),
                tax,
                allTax ? of.tax() : null,
                new Cause(event.causeType(), event.date()),
                null);
        of.takeBack(amount, tax.amount().negate());
        ChargeKey key = billed.caused(LineKind.ADJUSTMENT, line.key().periodStart(), event, span.from());
        return new RatedLine(key, line.rate(), explanation, line.id(), line.tariffVersionId(), line.invoiceFrom());
    }

    RatedLine fee(Fee fee) {
        LocalDate date = fee.date();
        BigDecimal amount = fee.amount().setScale(scale, RoundingMode.HALF_UP);
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
                null,
                amount,
                Proration.tax(amount, fee.tax().mode(), fee.tax().percentOn(date), scale),
                null,
                new Cause(fee.event().causeType(), date),
                fee.event().text());
        ChargeKey key = billed.caused(LineKind.FEE, date, fee.event(), date);
        return new RatedLine(key, fee.amount(), explanation, null, fee.tariffVersionId(), null);
    }
}
