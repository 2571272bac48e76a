package uplink.server;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings the schema to the version of this build, before the application sees the database. */
final class Migration {
    private Migration() {}

    /** Returns the number of migrations that were applied. */
    static int run(DatabaseAccess database) {
        try {
            MigrateResult result = Flyway.configure()
                    .dataSource(database.url(), database.owner(), database.ownerPassword())
                    .locations("classpath:db/migration")
                    .placeholders(Map.of("appRole", database.user()))
                    .load()
                    .migrate();
            return result.migrationsExecuted;
        } catch (FlywayException e) {
            throw new StartFailure("The schema cannot be migrated: " + e.getMessage(), e);
        }
    }
}
