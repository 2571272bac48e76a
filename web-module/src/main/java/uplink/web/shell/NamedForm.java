package uplink.web.shell;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What the forms of everything that has a code and a name in both languages have in common. */
public abstract class NamedForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable String code;
    private @Nullable String nameRu;
    private @Nullable String nameEn;

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
