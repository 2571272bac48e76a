package uplink.web.access;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which permissions are ticked, by code. */
public final class Chosen implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<String, Boolean> ticks = new HashMap<>();

    void tick(List<String> codes) {
        codes.forEach(code -> ticks.put(code, true));
    }

    public Map<String, Boolean> getTicks() {
        return ticks;
    }

    List<String> codes() {
        return ticks.entrySet().stream()
                .filter(tick -> Boolean.TRUE.equals(tick.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
