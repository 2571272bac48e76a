package uplink.bench.fault;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a run has left behind.
 *
 * @param canon everything it wrote, in an order and in words that do not depend on when it was done
 * @param findings broken invariants
 * @param reached whether the disturbance came before the run was over
 * @param millis from the request to the run's end
 */
public record Outcome(List<String> canon, List<String> findings, boolean reached, long millis) {

    /** What is wrong in comparison with an undisturbed run; empty when nothing is. */
    public String complaint(Outcome undisturbed) {
        StringBuilder complaint = new StringBuilder();
        findings.stream()
                .limit(20)
                .forEach(finding ->
                        complaint.append("  broken: ").append(finding).append('\n'));
        missing("lost", undisturbed.canon, canon, complaint);
        missing("extra", canon, undisturbed.canon, complaint);
        if (complaint.isEmpty() && canon.size() != undisturbed.canon.size()) {
            complaint
                    .append("  lines: ")
                    .append(canon.size())
                    .append(" instead of ")
                    .append(undisturbed.canon.size());
        }
        return complaint.toString();
    }

    private static void missing(String word, List<String> from, List<String> in, StringBuilder into) {
        Set<String> there = new HashSet<>(in);
        from.stream()
                .filter(line -> !there.contains(line))
                .limit(10)
                .forEach(line ->
                        into.append("  ").append(word).append(": ").append(line).append('\n'));
    }
}
