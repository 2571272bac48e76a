package uplink.billing.ledger.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import uplink.audit.boundary.AuditFinding;
import uplink.audit.boundary.AuditReport;
import uplink.audit.boundary.AuditVerification;
import uplink.billing.ledger.control.Invariant;

/** An integrity check is done in steps that do not depend on each other. */
class CheckInStepsTest {

    private final List<Invariant> checked = new ArrayList<>();
    private final List<Integer> recorded = new ArrayList<>();

    private final class Steps extends InvariantCheck {
        private final boolean slow;

        Steps(boolean slow) {
            this.slow = slow;
        }

        @Override
        public List<Finding> check(Invariant invariant) {
            checked.add(invariant);
            if (slow && invariant == Invariant.BALANCE_EQUALS_TRANSFERS) {
                throw new IllegalStateException("a time-out");
            }
            return List.of(new Finding(invariant.code(), "x", null, "y"));
        }

        @Override
        public void record(Instant startedAt, int findings) {
            recorded.add(findings);
        }
    }

    @Test
    void everyInvariantIsCheckedAndTheCountRecorded() throws Exception {
        CheckReport report = check(new Steps(false)).run();
        int all = Invariant.values().length + 1;
        assertEquals(all, report.findings().size());
        assertEquals(all, report.invariants().size());
        assertEquals(
                new Finding("trail-is-whole", "seal 7", null, "seal-broken"),
                report.findings().get(all - 1));
        assertEquals(List.of(all), recorded);
        assertFalse(report.isClean());
    }

    @Test
    void oneThatTakesTooLongKeepsNoneOfTheOthers() throws Exception {
        IntegrityCheck check = check(new Steps(true));
        assertEquals(
                "a time-out",
                assertThrows(IllegalStateException.class, check::run).getMessage());
        assertEquals(Arrays.asList(Invariant.values()), checked);
        assertEquals(List.of(), recorded, "not all was checked");
    }

    /** A trail with one seal that does not fit. */
    private static final class BrokenTrail extends AuditVerification {
        @Override
        public AuditReport verify() {
            AuditFinding broken = new AuditFinding(AuditFinding.Kind.SEAL_BROKEN, 7L, null);
            return new AuditReport(Instant.EPOCH, 1, 0, 1, 1, 0, 7, "00", List.of(broken));
        }
    }

    private static IntegrityCheck check(InvariantCheck steps) throws ReflectiveOperationException {
        IntegrityCheck check = new IntegrityCheck();
        set(check, "step", steps);
        set(check, "verification", new BrokenTrail());
        return check;
    }

    private static void set(IntegrityCheck check, String name, Object value) throws ReflectiveOperationException {
        Field field = IntegrityCheck.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(check, value);
    }
}
