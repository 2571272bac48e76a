package uplink.web.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.dunning.boundary.AccessGap;
import uplink.billing.dunning.boundary.AccessGaps;
import uplink.billing.dunning.boundary.Dunning;
import uplink.billing.dunning.boundary.DunningDay;

/** What dunning has done day by day, and the two lists that must be empty. */
@Named
@RequestScoped
public class DunningPage {

    private static final int DAYS = 31;

    @Inject
    private Dunning dunning;

    @Inject
    private AccessGaps gaps;

    private @Nullable List<DunningDay> days;
    private @Nullable List<AccessGap> all;

    public List<DunningDay> getDays() {
        if (days == null) {
            days = dunning.listDays(DAYS);
        }
        return days;
    }

    public AccessGap.Kind[] getKinds() {
        return AccessGap.Kind.values();
    }

    public List<AccessGap> gaps(AccessGap.Kind kind) {
        if (all == null) {
            all = gaps.list();
        }
        return all.stream().filter(gap -> gap.kind() == kind).toList();
    }
}
