package uplink.auth.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uplink.shared.SystemTime;

/** A bounded memory of answers, each good until its own time; what was used longest ago goes first. */
final class Remembered<K, V> {

    private record Entry<V>(V value, long untilMillis) {}

    private final Map<K, Entry<V>> entries;

    Remembered(int most) {
        entries = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Entry<V>> eldest) {
                return size() > most;
            }
        };
    }

    Optional<V> get(K key) {
        synchronized (entries) {
            Entry<V> entry = entries.get(key);
            if (entry == null) {
                return Optional.empty();
            }
            if (entry.untilMillis() <= SystemTime.millis()) {
                entries.remove(key);
                return Optional.empty();
            }
            return Optional.of(entry.value());
        }
    }

    void put(K key, V value, long untilMillis) {
        synchronized (entries) {
            entries.put(key, new Entry<>(value, untilMillis));
        }
    }

    /** The remembered answer, or a new one that is remembered for so long. Several threads may ask at once. */
    V get(K key, long forMillis, Function<K, V> source) {
        Optional<V> known = get(key);
        if (known.isPresent()) {
            return known.get();
        }
        long askedAt = SystemTime.millis();
        V answer = source.apply(key);
        put(key, answer, askedAt + forMillis);
        return answer;
    }

    void forget(@Nullable K key) {
        synchronized (entries) {
            entries.remove(key);
        }
    }
}
