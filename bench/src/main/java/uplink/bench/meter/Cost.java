package uplink.bench.meter;

import java.time.Duration;

/**
 * What a piece of work cost.
 *
 * @param jvmMicros processor time of this JVM, its compiler and collector included
 * @param postgresMicros processor time of every PostgreSQL process, checkpointer and WAL writer included
 * @param walBytes bytes of WAL written
 * @param fullPages full-page images among them
 * @param peakRssKib largest resident size of this JVM
 * @param peakHeapBytes largest heap that survived a collection; 0 when there was none
 */
public record Cost(
        Duration wall,
        long jvmMicros,
        long postgresMicros,
        long walBytes,
        long fullPages,
        long peakRssKib,
        long peakHeapBytes,
        String loadBefore) {

    /** Processor time of everything. */
    public long cpuMicros() {
        return jvmMicros + postgresMicros;
    }

    /** The cost of two steps that follow each other. */
    public Cost plus(Cost other) {
        return new Cost(
                wall.plus(other.wall),
                jvmMicros + other.jvmMicros,
                postgresMicros + other.postgresMicros,
                walBytes + other.walBytes,
                fullPages + other.fullPages,
                Math.max(peakRssKib, other.peakRssKib),
                Math.max(peakHeapBytes, other.peakHeapBytes),
                loadBefore);
    }
}
