package uplink.billing.payment.control;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which providers do not answer at the moment: three silences in a row are enough to let the others' payments go first,
 * since each of them costs seconds. Good for one round of asking; the next one tries again.
 */
public final class Silences {

    private static final int ENOUGH = 3;

    private final Map<String, Integer> inARow = new HashMap<>();
    private final Set<String> silent = new HashSet<>();

    /** What came of asking once. */
    public void note(String provider, boolean answered) {
        int silences = answered ? 0 : inARow.getOrDefault(provider, 0) + 1;
        inARow.put(provider, silences);
        if (silences >= ENOUGH) {
            silent.add(provider);
        }
    }

    public boolean isSilent(String provider) {
        return silent.contains(provider);
    }

    public Set<String> silent() {
        return Set.copyOf(silent);
    }
}
