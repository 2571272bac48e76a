package uplink.shared;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;

/** Tells the {@link Trail} of the container's transactions. */
@Startup
@Singleton
public class TrailStart {

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @PostConstruct
    void start() {
        Trail.begin(transactions, database);
    }
}
