package uplink.web.catalog;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.TariffChange;
import uplink.catalog.boundary.TariffDetail;
import uplink.catalog.boundary.TariffKind;
import uplink.catalog.boundary.TariffVersion;
import uplink.catalog.boundary.Tariffs;
import uplink.shared.BusinessClock;
import uplink.web.shell.Go;

/** One tariff with its versions, and whether it is still offered. */
@Named
@ViewScoped
public class TariffPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Tariffs tariffs;

    @Inject
    private BusinessClock clock;

    private @Nullable String id;
    private transient @Nullable TariffDetail tariff;
    private @Nullable List<String> parts;

    public void load() {
        getTariff();
    }

    public TariffDetail getTariff() {
        if (tariff == null) {
            tariff = tariffs.get(Go.id(id));
        }
        return tariff;
    }

    public TariffVersion getNewest() {
        return getTariff().versions().get(0);
    }

    /** Whether a version's prices hold today. */
    public boolean isCurrent(TariffVersion version) {
        LocalDate today = clock.today();
        LocalDate end = version.validTo();
        return !version.validFrom().isAfter(today) && (end == null || end.isAfter(today));
    }

    public void offer(boolean active) {
        tariffs.update(getTariff().id(), getTariff().version(), new TariffChange(active, null));
        Go.to("/tariff?id=" + id, active ? "tariff.offered" : "tariff.withdrawn");
    }

    /** Lets customers take it in the cabinet, or leaves that to staff. */
    public void leave(boolean toCustomers) {
        tariffs.update(getTariff().id(), getTariff().version(), new TariffChange(null, null, toCustomers));
        Go.to("/tariff?id=" + id, "tariff.self-service-changed");
    }

    public boolean isPackaged() {
        return getTariff().kind() == TariffKind.PACKAGE;
    }

    /** Whoever has the package has what it contains now; its price stays. */
    public void changeParts() {
        tariffs.update(
                getTariff().id(),
                getTariff().version(),
                new TariffChange(null, getParts().stream().map(Go::id).toList()));
        Go.to("/tariff?id=" + id, "tariff.parts-changed");
    }

    /** Ids as the list of the form sends them. */
    public List<String> getParts() {
        if (parts == null) {
            parts = getTariff().parts().stream()
                    .map(part -> part.tariffId().toString())
                    .toList();
        }
        return parts;
    }

    public void setParts(List<String> parts) {
        this.parts = List.copyOf(parts);
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
