package uplink.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.TariffKind;
import uplink.catalog.boundary.TariffPart;
import uplink.catalog.boundary.TariffQuery;
import uplink.catalog.boundary.TariffRow;
import uplink.catalog.boundary.TariffVersion;
import uplink.catalog.boundary.Tariffs;

/** The tariffs that are offered, for drop-down lists: those whose name or code has what was looked for. */
@Named
@RequestScoped
public class TariffChoice {

    private static final int MOST = 100;
    /** More than these are looked for by name rather than with the eyes. */
    private static final int FEW = 10;

    @Inject
    private Tariffs tariffs;

    @Inject
    private TariffSearch search;

    private @Nullable List<TariffRow> rows;
    private @Nullable String of;

    public List<TariffRow> getRows() {
        if (rows == null || !Objects.equals(of, search.getText())) {
            of = search.getText();
            rows = tariffs.list(query(of, MOST));
        }
        return rows;
    }

    /** Those that are sold beside another service only. */
    public List<TariffRow> getAddons() {
        return getRows().stream().filter(TariffRow::addon).toList();
    }

    /** Those of services of their own. */
    public List<TariffRow> getMains() {
        return getRows().stream().filter(row -> !row.addon()).toList();
    }

    /** Whether there is something to look for: the list shows no more than a hundred. */
    public boolean isLong() {
        return tariffs.count(query(null, 1)) > FEW;
    }

    /**
     * What a package can contain: anything that is no package itself.
     *
     * @param chosen stay in the list whatever is looked for
     */
    public List<TariffPart> parts(List<String> chosen) {
        List<TariffPart> parts = new ArrayList<>();
        getRows().stream()
                .filter(row -> row.kind() != TariffKind.PACKAGE)
                .map(row -> new TariffPart(row.id(), row.code(), row.nameRu(), row.nameEn()))
                .forEach(parts::add);
        chosen.stream()
                .map(UUID::fromString)
                .filter(id -> parts.stream().noneMatch(part -> part.tariffId().equals(id)))
                .map(this::part)
                .forEach(parts::add);
        return parts;
    }

    private TariffPart part(UUID id) {
        var tariff = tariffs.get(id);
        TariffVersion newest = tariff.versions().get(0);
        return new TariffPart(id, tariff.code(), newest.nameRu(), newest.nameEn());
    }

    private static TariffQuery query(@Nullable String text, int size) {
        return new TariffQuery(text, null, true, null, TariffQuery.Sort.NAME, true, 0, size);
    }
}
