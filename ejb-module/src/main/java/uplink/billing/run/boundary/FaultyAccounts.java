package uplink.billing.run.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import javax.sql.DataSource;
import uplink.billing.ledger.boundary.Finding;
import uplink.billing.run.control.QuarantineRows;
import uplink.billing.run.control.Refusal;
import uplink.shared.BusinessClock;
import uplink.shared.Sql;

/** Nothing more is billed to an account whose figures contradict each other, until a person has looked. */
@ApplicationScoped
public class FaultyAccounts {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    void isolate(@Observes Finding finding) {
        if (finding.customerId() != null) {
            Refusal refusal = new Refusal(
                    Refusal.INTEGRITY,
                    Map.of(
                            Refusal.INVARIANT,
                            finding.invariant(),
                            "error",
                            finding.subject() + ": " + finding.detail()));
            QuarantineRows.open(Sql.in(database), finding.customerId(), null, refusal, clock.instant());
        }
    }
}
