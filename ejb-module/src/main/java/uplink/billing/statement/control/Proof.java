package uplink.billing.statement.control;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A statement is believed when its entries lead from the opening balance to the closing one, to the kopeck. */
final class Proof {

    private Proof() {}

    static void check(Read read, Faults faults) {
        for (Read.Section section : read.sections()) {
            List<Read.Entry> own = read.entries().stream()
                    .filter(entry -> isOf(section, entry))
                    .toList();
            BigDecimal in = sum(own, Read.Entry::incoming);
            BigDecimal out = sum(own, entry -> !entry.incoming());
            if (section.opening().add(in).subtract(out).compareTo(section.closing()) != 0) {
                faults.add(section.line(), "statement.balances", section.account());
            }
            if (differs(section.incoming(), in) || differs(section.outgoing(), out)) {
                faults.add(section.line(), "statement.totals", section.account());
            }
        }
        for (Read.Entry entry : read.entries()) {
            long sections = read.sections().stream()
                    .filter(section -> isOf(section, entry))
                    .count();
            if (sections != 1) {
                faults.add(entry.line(), sections == 0 ? "statement.no-section" : "statement.two-sections");
            }
        }
    }

    static boolean isOf(Read.Section section, Read.Entry entry) {
        return section.account().equals(entry.account())
                && !entry.bookedOn().isBefore(section.from())
                && !entry.bookedOn().isAfter(section.to());
    }

    static BigDecimal sum(List<Read.Entry> entries, Predicate<Read.Entry> which) {
        return entries.stream().filter(which).map(Read.Entry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean differs(@Nullable BigDecimal said, BigDecimal found) {
        return said != null && said.compareTo(found) != 0;
    }
}
