package uplink.billing.rating.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.LineKind;
import uplink.billing.rating.boundary.Quarantine;
import uplink.billing.rating.boundary.RatedInvoice;
import uplink.billing.rating.boundary.RatedLine;
import uplink.billing.rating.boundary.Timeline;

/** One run over one subscription. */
final class RatingRun {

    private final Course course;
    private final Billed billed;
    private final LocalDate target;
    private final LocalDate since;
    private final LineWriter writer;
    private final List<RatedLine> charges = new ArrayList<>(2);
    private final List<RatedLine> lines = new ArrayList<>(2);
    private @Nullable LocalDate nextFrom;
    private @Nullable LocalDate nextDue;

    RatingRun(Timeline timeline, Course course, Billed billed, LocalDate target, LocalDate since) {
        this.course = course;
        this.billed = billed;
        this.target = target;
        this.since = since;
        this.writer = new LineWriter(timeline.currency(), course, billed);
        layPieces(new Discounts(timeline.discounts(), course.grids()));
        for (Stretch stretch : billed.paid().unwanted()) {
            lines.add(writer.adjustment(stretch));
        }
        layFees();
    }

    private void layPieces(Discounts discounts) {
        LocalDate coveredTo = Piece.later(billed.paid().end(), billed.free().end());
        for (Segment segment : course.segments()) {
            if (!segment.to().isAfter(since)) {
                continue;
            }
            Cell cell = segment.grid().cellAt(Piece.later(segment.from(), since));
            while (cell.start().isBefore(segment.to())) {
                Piece piece = Piece.of(segment, cell, discounts, course.cancelled());
                lay(piece);
                if (piece.due().isAfter(target) && !cell.start().isBefore(coveredTo)) {
                    break;
                }
                cell = segment.grid().after(cell);
            }
        }
    }

    private void lay(Piece piece) {
        LocalDate chargedTo = piece.chargedTo(target);
        Coverage coverage = piece.rate().signum() == 0 ? billed.free() : billed.paid();
        for (Span span : coverage.lay(piece, Piece.later(piece.from(), since))) {
            if (span.from().isBefore(chargedTo)) {
                writer.charge(piece, new Span(span.from(), Piece.earlier(span.to(), chargedTo)), charges);
            }
            if (span.to().isAfter(chargedTo)) {
                LocalDate from = Piece.later(span.from(), chargedTo);
                later(from, piece.dueOn(from));
            }
        }
    }

    private void layFees() {
        var charged = billed.fees();
        List<RatedLine> fees = new ArrayList<>(0);
        for (Fee fee : course.fees()) {
            Outstanding known = charged.remove(Billed.cause(fee.event()));
            if (fee.date().isBefore(since) || known != null) {
                continue;
            }
            if (fee.date().isAfter(target)) {
                later(fee.date(), fee.date());
            } else {
                fees.add(writer.fee(fee));
            }
        }
        charged.forEach((cause, gone) -> {
            if (gone.amount().signum() > 0) {
                lines.add(writer.feeBack(cause, gone));
            }
        });
        lines.sort(Comparator.comparing(RatedLine::from));
        lines.addAll(charges);
        lines.addAll(fees);
    }

    private void later(LocalDate from, LocalDate due) {
        nextFrom = nextFrom == null ? from : Piece.earlier(nextFrom, from);
        nextDue = nextDue == null ? due : Piece.earlier(nextDue, due);
    }

    RatedInvoice result() {
        Quarantine verdict = Guard.judge(lines);
        if (verdict != null) {
            return new RatedInvoice(List.of(), writer.zero(), writer.zero(), verdict, since, true, target, false);
        }
        BigDecimal total = writer.zero();
        BigDecimal tax = writer.zero();
        LocalDate lastDay = billed.lastDay();
        for (RatedLine line : lines) {
            total = total.add(line.gross());
            tax = tax.add(line.tax().amount());
            if (line.key().kind() != LineKind.ADJUSTMENT) {
                lastDay = Piece.later(lastDay, line.to());
            }
        }
        LocalDate settled = Piece.later(since, Piece.later(target.plusDays(1), lastDay));
        LocalDate from = nextFrom == null ? settled : nextFrom;
        LocalDate cancelled = course.cancelled();
        boolean closed = cancelled != null && !cancelled.isAfter(target);
        return new RatedInvoice(lines, total, tax, null, from, lastDay.isAfter(from), nextDue, closed);
    }

    static RatedInvoice refused(Timeline timeline, Quarantine verdict, LocalDate target) {
        BigDecimal zero = BigDecimal.ZERO.setScale(Proration.scale(timeline.currency()));
        return new RatedInvoice(List.of(), zero, zero, verdict, target, true, target, false);
    }
}
