package uplink.web.catalog;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.TariffKind;
import uplink.catalog.boundary.TariffQuery;
import uplink.catalog.boundary.TariffRow;
import uplink.catalog.boundary.Tariffs;
import uplink.web.shell.Rows;

/** The list of tariffs. */
@Named
@ViewScoped
public class TariffList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Tariffs tariffs;

    private @Nullable String text;
    private @Nullable TariffKind kind;
    private @Nullable Boolean active = true;
    private final Rows<TariffRow> rows = new Rows<>(
            (first, size, column, ascending) -> tariffs.list(query(first, size, column, ascending)),
            () -> tariffs.count(query(0, 1, null, true)));

    private TariffQuery query(int first, int size, @Nullable String column, boolean ascending) {
        return column == null
                ? new TariffQuery(text, kind, active, null, TariffQuery.Sort.CODE, true, first, size)
                : new TariffQuery(text, kind, active, null, TariffQuery.Sort.valueOf(column), ascending, first, size);
    }

    public Rows<TariffRow> getRows() {
        return rows;
    }

    public TariffKind[] getKinds() {
        return TariffKind.values();
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable TariffKind getKind() {
        return kind;
    }

    public void setKind(@Nullable TariffKind kind) {
        this.kind = kind;
    }

    public @Nullable Boolean getActive() {
        return active;
    }

    public void setActive(@Nullable Boolean active) {
        this.active = active;
    }
}
