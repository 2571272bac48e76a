package uplink.bench.keys;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import uplink.bench.fault.Payer;

/**
 * What one caller heard of a key.
 *
 * @param first status of the first answer: 201, or 409 while another one's is still being done
 * @param firstMillis how long that took
 * @param isDone whether this request was the one that made the payment, see {@code Idempotency-Replayed}
 * @param lost how often a connection ended without an answer, and was asked again
 * @param body of the 201, however often it was asked for
 */
record Answer(int first, double firstMillis, boolean isDone, int lost, String body) {

    private static final int MADE = 201;
    private static final int RUNNING = 409;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Asks, and asks again as long as another one's request is still being done. */
    static Answer of(Payer payer, String amount, String key) {
        int lost = 0;
        int first = 0;
        double millis = 0;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (long begun = System.nanoTime(); begun < deadline; begun = System.nanoTime()) {
            try {
                HttpResponse<String> answer = payer.asked("card", amount, key);
                if (first == 0) {
                    first = answer.statusCode();
                    millis = (System.nanoTime() - begun) / 1e6;
                }
                if (answer.statusCode() != RUNNING) {
                    boolean replayed =
                            answer.headers().firstValue("Idempotency-Replayed").isPresent();
                    return new Answer(first, millis, answer.statusCode() == MADE && !replayed, lost, answer.body());
                }
            } catch (IOException closed) {
                lost++; // servers close connections after some hundred requests
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException("no answer for " + key);
    }
}
