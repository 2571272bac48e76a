package uplink.bench.invariants;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uplink.bench.meter.Cost;
import uplink.bench.meter.Meter;
import uplink.billing.ledger.boundary.Finding;
import uplink.billing.ledger.control.Invariant;
import uplink.shared.Sql;

/** One check of everything, as the nightly job does it: one promise after the other. */
record Checked(List<Finding> findings, Map<Invariant, Long> millis, Cost cost) {

    static Checked by(Meter meter, Sql application) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        Map<Invariant, Long> millis = new EnumMap<>(Invariant.class);
        Cost cost = meter.of(() -> {
            for (Invariant invariant : Invariant.values()) {
                long begun = System.nanoTime();
                findings.addAll(invariant.check(application));
                millis.put(invariant, (System.nanoTime() - begun) / 1_000_000);
            }
        });
        return new Checked(findings, millis, cost);
    }
}
