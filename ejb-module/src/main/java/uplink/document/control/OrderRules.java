package uplink.document.control;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import uplink.document.boundary.DocumentKind;
import uplink.document.boundary.DocumentOrder;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What papers can be ordered. */
public final class OrderRules {

    /** Claims lapse after three years (Civil Code, art. 196): so far back people reconcile. */
    private static final int YEARS = 3;

    private static final int EARLIEST = 2000;
    private static final Set<DocumentKind> ORDERED = Set.of(DocumentKind.ACT, DocumentKind.STATEMENT);

    /** An order in which nothing is missing. */
    public record Checked(DocumentKind kind, LocalDate from, LocalDate to) {}

    private OrderRules() {}

    /** Refusals: {@code validation}. */
    public static Checked check(DocumentOrder order, LocalDate today) {
        Validation validation = new Validation();
        DocumentKind kind = order.kind();
        LocalDate from = order.from();
        boolean act = kind == DocumentKind.ACT;
        validation.require("kind", kind).require("from", from);
        validation.check(kind == null || ORDERED.contains(kind), "kind", Text.of("document.order.kind"));
        validation.check(act || order.to() != null, "to", Text.of("shared.validation.required"));
        validation.check(
                from == null || !from.isAfter(today) && from.getYear() >= EARLIEST,
                "from",
                Text.of("document.order.from"));
        validation.done();
        LocalDate first = Objects.requireNonNull(from);
        LocalDate to = order.to() == null ? first.plusMonths(1) : order.to();
        if (act) {
            month(validation, first, to, today);
        } else {
            period(validation, first, to, today);
        }
        validation.done();
        return new Checked(Objects.requireNonNull(kind), first, to);
    }

    private static void month(Validation validation, LocalDate from, LocalDate to, LocalDate today) {
        boolean month = from.getDayOfMonth() == 1 && to.equals(from.plusMonths(1));
        validation.check(month, "from", Text.of("document.order.month"));
        validation.check(!month || !to.isAfter(today), "from", Text.of("document.order.not-over"));
    }

    private static void period(Validation validation, LocalDate from, LocalDate to, LocalDate today) {
        validation.check(to.isAfter(from), "to", Text.of("document.order.empty"));
        validation.check(!to.isAfter(today.plusDays(1)), "to", Text.of("document.order.ahead"));
        validation.check(!to.isAfter(from.plusYears(YEARS)), "from", Text.of("document.order.too-long", YEARS));
    }
}
