package uplink.shared.edge;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import javax.sql.DataSource;
import uplink.shared.SecretMac;

/**
 * Makes the limits common to all nodes while the application runs. They have a small pool of their own, outside of
 * transactions and with short patience: neither a saturated application nor a database that hangs may hold up a sign-in.
 */
@Singleton
@Startup
public class LimitsSharing {

    @Resource(lookup = "jdbc/uplink-limits")
    private DataSource database;

    @PostConstruct
    void begin() {
        Limits.share(SharedTokens.of(database, () -> SecretMac.of("uplink limits: name of a bucket")));
    }

    @PreDestroy
    void end() {
        Limits.share(SharedTokens.NONE);
    }
}
