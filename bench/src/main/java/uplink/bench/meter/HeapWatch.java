package uplink.bench.meter;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** The largest heap that survived a collection: what the work really holds, whatever the heap was allowed to grow to. */
final class HeapWatch {
    private static final HeapWatch INSTANCE = new HeapWatch();

    private final AtomicLong peak = new AtomicLong();

    private HeapWatch() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, handback) -> collected(
                                    GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())),
                            notification -> GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION.equals(
                                    notification.getType()),
                            null);
        }
    }

    static HeapWatch instance() {
        return INSTANCE;
    }

    void forget() {
        peak.set(0);
    }

    long peakBytes() {
        return peak.get();
    }

    private void collected(GarbageCollectionNotificationInfo info) {
        long used = info.getGcInfo().getMemoryUsageAfterGc().values().stream()
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        long others =
                ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getUsed();
        peak.accumulateAndGet(Math.max(0, used - others), Math::max);
    }
}
