package uplink.demo.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import javax.sql.DataSource;
import uplink.shared.BusinessClock;
import uplink.shared.Sql;

/** How far the demo's data has come: a row that outlives a restart, so that no step is done twice. */
@ApplicationScoped
public class DemoSteps {

    private static final String KEY = "demo.step";
    static final String LOADED = "loaded";

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    Optional<String> last() {
        return Sql.in(database).first("select value from settings where key = ?", row -> row.getString(1), KEY);
    }

    boolean isLoaded() {
        return last().filter(LOADED::equals).isPresent();
    }

    @Transactional
    void done(String step) {
        Sql.in(database)
                .update(
                        """
                        insert into settings (key, value, updated_at) values (?, ?, ?)
                        on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at""",
                        KEY,
                        step,
                        clock.instant());
    }
}
