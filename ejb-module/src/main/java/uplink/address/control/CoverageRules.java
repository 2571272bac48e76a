package uplink.address.control;

import org.jspecify.annotations.Nullable;
import uplink.address.boundary.NewCoverage;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What may be said of a technology at a place. */
public final class CoverageRules {

    private static final int LONGEST_NOTE = 500;
    /** 100 Gbit/s. */
    private static final int FASTEST = 100_000_000;

    private CoverageRules() {}

    /** {@code validation}. */
    public static NewCoverage checked(NewCoverage wanted) {
        Validation validation = new Validation();
        validation
                .require("technology", wanted.technology())
                .check(
                        wanted.availableFrom() == null || wanted.plannedFrom() == null,
                        "plannedFrom",
                        Text.of("address.coverage.either"));
        checkSpeed(validation, "speedDown", wanted.speedDown());
        checkSpeed(validation, "speedUp", wanted.speedUp());
        String note = validation.optionalWords("note", wanted.note(), LONGEST_NOTE);
        validation.done();
        return new NewCoverage(
                wanted.technology(),
                wanted.speedDown(),
                wanted.speedUp(),
                wanted.availableFrom(),
                wanted.plannedFrom(),
                note);
    }

    private static void checkSpeed(Validation validation, String field, @Nullable Integer speed) {
        validation.check(
                speed == null || speed > 0 && speed <= FASTEST, field, Text.of("address.coverage.speed", FASTEST));
    }
}
