package uplink.demo.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Settings;

/** Loads the demo behind the start, so that the bill run's workers are there to work on it. */
@Singleton
@Startup
public class DemoStart {

    private static final Logger LOG = Logger.getLogger(DemoStart.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Demo demo;

    @PostConstruct
    void begin() {
        if (Settings.flag("UPLINK_DEMO")) {
            executor.execute(() -> Callers.run(Caller.system("demo"), this::load));
        }
    }

    private void load() {
        try {
            demo.load();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The demo could not be loaded; the next start tries again", e);
        }
    }
}
