package uplink.billing.run.control;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Sql;

/** What each version of a tariff is called, and which tariff it is a version of. */
final class Titles {

    record Title(String ru, String en) {}

    private final Map<UUID, Title> ofVersion = new HashMap<>();
    private final Map<UUID, UUID> tariffOfVersion = new HashMap<>();

    static Titles load(Sql sql) {
        Titles titles = new Titles();
        sql.list("select id, tariff_id, name_ru, name_en from tariff_versions", row -> {
            UUID version = row.getObject(1, UUID.class);
            titles.tariffOfVersion.put(version, row.getObject(2, UUID.class));
            titles.ofVersion.put(version, new Title(row.getString(3), row.getString(4)));
            return version;
        });
        return titles;
    }

    Map<UUID, UUID> tariffs() {
        return tariffOfVersion;
    }

    @Nullable
    Title of(@Nullable UUID version) {
        return version == null ? null : ofVersion.get(version);
    }
}
