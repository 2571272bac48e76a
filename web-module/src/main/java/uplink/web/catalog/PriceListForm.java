package uplink.web.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.web.shell.Go;
import uplink.web.shell.NamedForm;

/** What the forms of fees and of discounts have in common: which entry it is, its code, its names, whether it is sold. */
public abstract class PriceListForm extends NamedForm {

    private static final long serialVersionUID = 1L;

    private @Nullable String id;
    private @Nullable Integer version;
    private boolean active = true;

    void show(int version, boolean active, String code, String nameRu, String nameEn) {
        this.version = version;
        this.active = active;
        setCode(code);
        setNameRu(nameRu);
        setNameEn(nameEn);
    }

    UUID key() {
        return Go.id(id);
    }

    /** The one that the reader has seen; null for a new entry. */
    @Nullable
    Integer version() {
        return version;
    }

    public boolean isNew() {
        return id == null;
    }

    public boolean isActive() {
        return active;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
