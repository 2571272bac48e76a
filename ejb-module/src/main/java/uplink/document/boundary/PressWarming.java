package uplink.document.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.Duration;
import uplink.document.control.PaperDesk;

/** Prints a page for nobody once a node has started, so that the first who asks for a paper does not wait for fonts and classes. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PressWarming {

    /** The start comes first. */
    private static final Duration AFTER = Duration.ofSeconds(30);

    @Resource
    private TimerService timers;

    @PostConstruct
    void plan() {
        timers.createSingleActionTimer(AFTER.toMillis(), new TimerConfig(null, false));
    }

    @Timeout
    void print() {
        PaperDesk.warm();
    }
}
