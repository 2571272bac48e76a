package uplink.web.catalog;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.web.shell.Go;

/** What the forms of fees and of discounts have in common: which entry it is, its code, its names, whether it is sold. */
public abstract class PriceListForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable String id;
    private @Nullable Integer version;
    private boolean active = true;
    private @Nullable String code;
    private @Nullable String nameRu;
    private @Nullable String nameEn;

    void show(int version, boolean active, String code, String nameRu, String nameEn) {
        this.version = version;
        this.active = active;
        this.code = code;
        this.nameRu = nameRu;
        this.nameEn = nameEn;
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

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getNameRu() {
        return nameRu;
    }

    public void setNameRu(@Nullable String nameRu) {
        this.nameRu = nameRu;
    }

    public @Nullable String getNameEn() {
        return nameEn;
    }

    public void setNameEn(@Nullable String nameEn) {
        this.nameEn = nameEn;
    }
}
