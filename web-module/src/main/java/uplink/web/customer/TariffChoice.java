package uplink.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.TariffKind;
import uplink.catalog.boundary.TariffQuery;
import uplink.catalog.boundary.TariffRow;
import uplink.catalog.boundary.Tariffs;

/** The tariffs that are offered, for drop-down lists. */
@Named
@RequestScoped
public class TariffChoice {

    private static final int MOST = 100;

    @Inject
    private Tariffs tariffs;

    private @Nullable List<TariffRow> rows;

    public List<TariffRow> getRows() {
        if (rows == null) {
            rows = tariffs.list(new TariffQuery(null, null, true, TariffQuery.Sort.NAME, true, 0, MOST));
        }
        return rows;
    }

    /** What a package can contain: anything that is no package itself. */
    public List<TariffRow> getParts() {
        return getRows().stream()
                .filter(row -> row.kind() != TariffKind.PACKAGE)
                .toList();
    }
}
