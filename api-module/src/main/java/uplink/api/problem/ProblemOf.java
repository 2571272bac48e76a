package uplink.api.problem;

import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import uplink.shared.BusinessException;
import uplink.shared.DatabaseException;
import uplink.shared.Ids;
import uplink.shared.Outages;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/**
 * Which problem an exception is. The container wraps exceptions as it likes, so the chain of causes is searched: a
 * refusal first, then what the database said. What nobody foresaw is logged with an incident id and says only that.
 */
public final class ProblemOf {

    private static final Logger LOG = Logger.getLogger(ProblemOf.class.getName());
    private static final int DEEPEST = 20;
    /** A constraint, a serialisation failure or a deadlock: somebody else was there at the same moment. */
    private static final List<String> COLLISIONS = List.of("23", "40");

    private ProblemOf() {}

    public static Problem of(Throwable thrown) {
        List<Throwable> chain = chain(thrown);
        return refusal(chain)
                .or(() -> webError(thrown))
                .or(() -> database(chain))
                .orElseGet(() -> incident(thrown));
    }

    private static Optional<Problem> refusal(List<Throwable> chain) {
        return first(chain, BusinessException.class).map(Problem::of);
    }

    private static Optional<Problem> webError(Throwable thrown) {
        if (!(thrown instanceof WebApplicationException web)) {
            return Optional.empty();
        }
        int status = web.getResponse().getStatus();
        return switch (status) {
            case 401 -> problem(ProblemType.UNAUTHENTICATED, Text.of("shared.unauthenticated"));
            case 403 -> problem(ProblemType.FORBIDDEN, Text.of("shared.forbidden"));
            case 404 -> problem(ProblemType.NOT_FOUND, Text.of("shared.not-found"));
            case 405 -> problem(ProblemType.METHOD_NOT_ALLOWED, Text.of("api.method-not-allowed"));
            case 406 -> problem(ProblemType.NOT_ACCEPTABLE, Text.of("api.not-acceptable"));
            case 413 -> problem(ProblemType.TOO_LARGE, Text.of("api.unreadable"));
            case 415 -> problem(ProblemType.UNSUPPORTED_TYPE, Text.of("api.unsupported-type"));
            case 503 -> problem(ProblemType.UNAVAILABLE, Text.of("shared.unavailable"));
            default ->
                status >= 400 && status < 500
                        ? problem(ProblemType.MALFORMED, Text.of("api.unreadable"))
                                .map(p -> p.withStatus(status))
                        : Optional.empty();
        };
    }

    private static Optional<Problem> database(List<Throwable> chain) {
        if (first(chain, OptimisticLockException.class).isPresent()) {
            return problem(ProblemType.STALE, Text.of("shared.stale"));
        }
        if (Outages.isOne(chain.get(0))) {
            LOG.log(
                    Level.WARNING,
                    "the database is not available: {0}",
                    chain.get(chain.size() - 1).getMessage());
            return problem(ProblemType.UNAVAILABLE, Text.of("shared.unavailable"));
        }
        String state = chain.stream()
                .map(ProblemOf::sqlState)
                .filter(s -> s != null)
                .findFirst()
                .orElse("-");
        if (COLLISIONS.stream().anyMatch(state::startsWith)) {
            LOG.log(Level.WARNING, "collision in the database", chain.get(0));
            return problem(ProblemType.CONFLICT, Text.of("shared.stale"));
        }
        return Optional.empty();
    }

    private static Problem incident(Throwable thrown) {
        UUID incident = Ids.next();
        LOG.log(Level.SEVERE, thrown, () -> "incident " + incident);
        return Problem.of(ProblemType.INTERNAL, Text.of("shared.incident", incident));
    }

    private static @Nullable String sqlState(Throwable cause) {
        if (cause instanceof DatabaseException database) {
            return database.sqlState().isEmpty() ? null : database.sqlState();
        }
        return cause instanceof SQLException sql ? sql.getSQLState() : null;
    }

    private static Optional<Problem> problem(ProblemType type, Text detail) {
        return Optional.of(Problem.of(type, detail));
    }

    private static <T> Optional<T> first(List<Throwable> chain, Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable t = thrown; t != null && chain.size() < DEEPEST && !chain.contains(t); t = t.getCause()) {
            chain.add(t);
        }
        return chain;
    }
}
