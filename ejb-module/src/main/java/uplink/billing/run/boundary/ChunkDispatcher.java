package uplink.billing.run.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import uplink.billing.run.control.ChunkConflict;
import uplink.billing.run.control.Dispatch;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.FaultPoint;
import uplink.shared.Incident;
import uplink.shared.Json;
import uplink.shared.Outages;

/**
 * Tells the workers of all nodes which chunks there are, once their run is committed, and brings finished runs to their
 * end. Woken by each start and by a timer as a net: without a broker the chunks wait in the database.
 */
@ApplicationScoped
public class ChunkDispatcher {

    static final String QUEUE = "uplink.billing.chunks";

    private static final Logger LOG = Logger.getLogger(ChunkDispatcher.class.getName());
    private static final Caller SELF = Caller.system("bill-run");

    @Resource(lookup = "jms/uplink")
    private ConnectionFactory connections;

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private ChunkWork work;

    private final AtomicInteger wakes = new AtomicInteger();

    void afterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunsChanged changed) {
        FaultPoint.at("planned");
        wake();
    }

    /** Never blocks and never throws; at most one round at a time, and a wake during a round makes another one. */
    void wake() {
        if (wakes.getAndIncrement() > 0) {
            return;
        }
        try {
            threads.execute(this::rounds);
        } catch (RejectedExecutionException e) {
            wakes.set(0);
            LOG.log(Level.WARNING, "no thread for the dispatcher; the next wake tries again", e);
        }
    }

    private void rounds() {
        try {
            int seen;
            do {
                seen = wakes.get();
                Callers.run(SELF, this::round);
            } while (!wakes.compareAndSet(seen, 0));
        } catch (RuntimeException e) {
            wakes.set(0);
            LOG.log(Level.WARNING, "chunks of a bill run wait: " + e);
        }
    }

    private void round() {
        List<Dispatch.Sent> chunks = work.claim();
        while (!chunks.isEmpty()) {
            send(chunks);
            chunks = work.claim();
        }
        work.active().forEach(work::settle);
    }

    private void send(List<Dispatch.Sent> chunks) {
        try (JMSContext jms = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            Queue queue = jms.createQueue(QUEUE);
            chunks.forEach(chunk -> jms.createProducer().send(queue, body(chunk)));
        } catch (JMSRuntimeException e) {
            work.giveBack(chunks);
            throw e;
        }
    }

    private static String body(Dispatch.Sent chunk) {
        return Json.write(Map.of("runId", chunk.runId(), "chunkNo", chunk.no()));
    }

    /** Works off the chunk that a message names. */
    void receive(String body) {
        Map<String, Object> message = Json.readMap(body);
        UUID run = UUID.fromString(String.valueOf(message.get("runId")));
        int no = ((Number) message.getOrDefault("chunkNo", -1)).intValue();
        Callers.run(SELF, () -> work(run, no));
    }

    private void work(UUID run, int no) {
        try {
            work.work(run, no);
            FaultPoint.at("chunk-after-commit");
        } catch (RuntimeException e) {
            Incident incident = Incident.of(e);
            warn(incident + ": chunk " + no + " of run " + run + " is tried again", e);
            quietly(run, () -> work.failed(run, no, incident.code()));
            wake();
        }
        quietly(run, () -> work.settle(run));
    }

    /**
     * A message is only a hint: without a database it is used up like any other. The chunk stays pending, the net sends it
     * again and settles the run.
     */
    private static void quietly(UUID run, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            warn("run " + run + " is looked at again later", e);
        }
    }

    /** What is known to pass is one line with its cause; anything else is told in full. */
    private static void warn(String what, RuntimeException e) {
        if (e instanceof ChunkConflict || Outages.isOne(e)) {
            LOG.log(Level.WARNING, what + ": " + rootOf(e));
        } else {
            LOG.log(Level.WARNING, what, e);
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootOf(cause);
    }
}
