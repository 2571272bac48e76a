package uplink.billing.rating.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days that are charged already. Wanted pieces are laid over them by date; what none of them keeps is to come back. */
final class Coverage {

    private final List<Stretch> stretches;
    private final List<Stretch> unwanted = new ArrayList<>(0);
    private int next;
    private @Nullable LocalDate keptTo;

    Coverage(List<Stretch> stretches) {
        this.stretches = stretches;
        stretches.sort(Comparator.comparing(Stretch::from));
    }

    /** The first day that is charged twice, or null. */
    @Nullable
    LocalDate overlap() {
        for (int i = 1; i < stretches.size(); i++) {
            if (stretches.get(i - 1).to().isAfter(stretches.get(i).from())) {
                return stretches.get(i).from();
            }
        }
        return null;
    }

    LocalDate end() {
        return stretches.isEmpty()
                ? LocalDate.MIN
                : stretches.get(stretches.size() - 1).to();
    }

    /** Lays a piece over the covered days and tells which of its days are not charged as it wants. */
    List<Span> lay(Piece piece, LocalDate from) {
        List<Span> missing = new ArrayList<>(1);
        LocalDate at = from;
        while (next < stretches.size()) {
            Stretch stretch = stretches.get(next);
            if (!stretch.from().isBefore(piece.to())) {
                break;
            }
            LocalDate begin = Piece.later(at, stretch.from());
            LocalDate end = Piece.earlier(piece.to(), stretch.to());
            if (begin.isBefore(end) && stretch.chargesAs(piece)) {
                add(missing, at, begin);
                keep(stretch, begin, end);
                at = end;
            }
            if (stretch.to().isAfter(piece.to())) {
                break;
            }
            pass(stretch);
        }
        add(missing, at, piece.to());
        return missing;
    }

    private static void add(List<Span> spans, LocalDate from, LocalDate to) {
        if (from.isBefore(to)) {
            spans.add(new Span(from, to));
        }
    }

    private void keep(Stretch stretch, LocalDate from, LocalDate to) {
        LocalDate begun = keptTo == null ? stretch.from() : keptTo;
        if (begun.isBefore(from)) {
            unwanted.add(new Stretch(stretch.of(), begun, from));
        }
        keptTo = to;
    }

    private void pass(Stretch stretch) {
        LocalDate begun = keptTo == null ? stretch.from() : keptTo;
        if (begun.isBefore(stretch.to())) {
            unwanted.add(new Stretch(stretch.of(), begun, stretch.to()));
        }
        keptTo = null;
        next++;
    }

    /** After the last piece: what no piece kept, by date. */
    List<Stretch> unwanted() {
        while (next < stretches.size()) {
            pass(stretches.get(next));
        }
        return unwanted;
    }
}
