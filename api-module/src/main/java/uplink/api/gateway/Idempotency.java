package uplink.api.gateway;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import uplink.api.http.Requests;
import uplink.auth.boundary.AccessTokens.Access;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;
import uplink.shared.idempotency.Claim;
import uplink.shared.idempotency.IdempotencyKeys;
import uplink.shared.idempotency.RequestMac;
import uplink.shared.idempotency.StoredAnswer;

/**
 * Honours {@code Idempotency-Key} on every unsafe request of a signed-in caller. The work and the record of its answer
 * are one database transaction, begun here and joined by the boundary: after a crash at any moment either both are there
 * or neither, so an unanswered request happened at most once and a repetition gets the first answer, byte for byte.
 * Refusals are recorded too; what may be different the next time (no rights, too many requests, our own failure) is not,
 * nor is the answer of an operation that is done anew each time ({@link uplink.api.http.AnswerNotKept}).
 */
public class Idempotency extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Set<String> UNSAFE = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<Integer> FINAL_REFUSALS = Set.of(400, 404, 422);
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    @Inject
    private transient IdempotencyKeys keys;

    @Resource
    private transient UserTransaction transaction;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String key = request.getHeader("Idempotency-Key");
        Access access = Requests.access(request);
        if (key == null || access == null || !UNSAFE.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        if (!VISIBLE.matcher(key).matches()) {
            throw BusinessException.invalid("Idempotency-Key", Text.of("api.idempotency.bad-key"));
        }
        Uploads.requirePermission(request);
        try (ReplayableRequest replayable = new ReplayableRequest(request, RequestMac.begin())) {
            UUID owner = access.user().userId();
            Claim claim = keys.claim(owner, key, replayable.hash());
            switch (claim.state()) {
                case REUSED ->
                    throw new BusinessException(ProblemType.IDEMPOTENCY_KEY_REUSED, Text.of("api.idempotency.reused"));
                case RUNNING -> throw stillRunning();
                case DONE -> replay(claim.firstAnswer(), response);
                case MINE -> work(claim, replayable, response, chain);
            }
        }
    }

    private void work(Claim claim, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        CapturedResponse captured = new CapturedResponse(response);
        try {
            transaction.begin();
            chain.doFilter(request, captured);
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException("no transaction for an idempotent request", e);
        } catch (IOException | ServletException | RuntimeException e) {
            rollBack();
            keys.release(claim);
            throw e;
        }
        finish(claim, captured.toAnswer(), Requests.isAnswerKept(request));
        captured.send();
    }

    private void finish(Claim claim, StoredAnswer answer, boolean kept) {
        try {
            boolean succeeded = answer.status() < 400 && transaction.getStatus() == Status.STATUS_ACTIVE;
            if (succeeded && !close(claim, answer, kept)) {
                rollBack();
                throw stillRunning();
            } else if (succeeded) {
                transaction.commit();
            } else {
                rollBack();
                forgetOrRecord(claim, answer, kept);
            }
        } catch (SystemException | RollbackException | HeuristicMixedException | HeuristicRollbackException e) {
            // the outcome may be unknown: the claim stays until its time is over, and says "still running"
            throw new IllegalStateException("an idempotent request could not be committed", e);
        }
    }

    /** In the work's transaction; false when the claim was taken over meanwhile. */
    private boolean close(Claim claim, StoredAnswer answer, boolean kept) {
        if (kept) {
            return keys.complete(claim, answer);
        }
        keys.release(claim);
        return true;
    }

    private void forgetOrRecord(Claim claim, StoredAnswer answer, boolean kept) {
        if (answer.status() < 400) {
            keys.release(claim);
            throw new IllegalStateException("the transaction of a successful request was rolled back");
        } else if (kept && FINAL_REFUSALS.contains(answer.status())) {
            keys.complete(claim, answer);
        } else {
            keys.release(claim);
        }
    }

    private void rollBack() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException e) {
            throw new IllegalStateException("cannot roll back", e);
        }
    }

    private static void replay(StoredAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader("Idempotency-Replayed", "true");
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private static BusinessException stillRunning() {
        return new BusinessException(ProblemType.IDEMPOTENCY_IN_PROGRESS, Text.of("api.idempotency.running"));
    }
}
