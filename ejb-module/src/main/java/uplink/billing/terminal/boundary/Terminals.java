package uplink.billing.terminal.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.sql.DataSource;
import uplink.billing.terminal.control.Access;
import uplink.billing.terminal.control.Asked;
import uplink.billing.terminal.control.Collecting;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Outbox;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;

/**
 * Answers payment terminals by the protocol of OSMP. Whoever collects is an agent that was set up; nobody else learns
 * anything.
 */
@Stateless
@Allowed(Permission.ANYONE)
public class Terminals {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /**
     * Says whether an account can be paid to, or takes a payment: once for each of the agent's numbers, however often and
     * however concurrently it is asked. {@code unauthenticated} for who is no agent; everything else is a result code.
     */
    public TerminalAnswer answer(TerminalRequest request) {
        Sql sql = Sql.in(database);
        Access.Agent agent = Access.of(sql, request.authorization(), request.address())
                .orElseThrow(
                        () -> new BusinessException(ProblemType.UNAUTHENTICATED, Text.of("terminal.not-an-agent")));
        Asked asked = Asked.of(request, clock.getZone());
        Optional<TerminalAnswer> malformed = asked.refusal();
        if (malformed.isPresent()) {
            return malformed.get();
        }
        Collecting collecting = new Collecting(sql, agent, clock.today(), clock.getZone(), clock.instant());
        TerminalAnswer answer = asked.isPay() ? collecting.pay(asked) : collecting.check(asked);
        outbox.wakeRelay();
        return answer;
    }
}
