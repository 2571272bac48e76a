package uplink.demo.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Permission;
import uplink.shared.Settings;
import uplink.shared.SystemTime;
import uplink.shared.events.Relay;

/**
 * Makes the demo provider when {@code UPLINK_DEMO=true}: step by step, each step bearing repetition, so a start that was
 * killed is finished by the next.
 */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class Demo {

    private static final Logger LOG = Logger.getLogger(Demo.class.getName());
    private static final int MONTHS_OF_HISTORY = 5;

    @Inject
    private DemoSteps steps;

    @Inject
    private DemoBase base;

    @Inject
    private DemoMonth month;

    @Inject
    private DemoDunning dunning;

    @Inject
    private DemoServices services;

    @Inject
    private DemoDevices devices;

    @Inject
    private DemoPeople people;

    @Inject
    private DemoPlaces places;

    @Inject
    private DemoApplications applications;

    @Inject
    private BusinessClock clock;

    @Inject
    private Relay relay;

    /** Whether the demo's data is complete; true where no demo was asked for. */
    @Allowed(Permission.ANYONE)
    public boolean isReady() {
        return !Settings.flag("UPLINK_DEMO") || steps.isLoaded();
    }

    /**
     * Makes what is missing. A start waits for it, and nobody for the news of half a year, which would take half of its
     * processor: they are passed on afterwards.
     */
    public void load() {
        relay.hold();
        try {
            make();
        } finally {
            relay.resume();
        }
    }

    private void make() {
        if (!steps.isLoaded()) {
            makeHistory();
        }
        timed("requisites", base::requisites);
        timed("users", base::users); // at every start: the password is that of this start
        if (!steps.isLoaded()) {
            timed("devices", () -> wish(devices::stock));
            timed("wishes", () -> wish(services::plan));
            timed("add-ons", () -> wish(services::collect));
            timed("people", () -> wish(people::know));
            timed("places", () -> wish(places::lay));
            timed("applications", () -> wish(applications::arrive));
            timed("end of a contract", () -> wish(services::leave));
        }
        steps.done(DemoSteps.LOADED);
    }

    /** Decoration: a customer who may not have what was thought of for them is no reason to start without the rest. */
    private static void wish(Runnable wish) {
        try {
            wish.run();
        } catch (BusinessException e) {
            LOG.log(Level.WARNING, "demo: not every wish was granted", e);
        }
    }

    private void makeHistory() {
        LocalDate today = clock.today();
        timed("price list", base::catalogue);
        timed("customers", () -> base.customers(today));
        String last = steps.last().orElse("");
        List<LocalDate> days = billingDays(today);
        LocalDate dunned = DemoDunning.day(today);
        bill(days.stream().filter(day -> !day.isAfter(dunned)), last, today);
        timed("dunning " + dunned, () -> dunning.run(dunned));
        bill(days.stream().filter(day -> day.isAfter(dunned)), last, today);
    }

    private void bill(Stream<LocalDate> days, String last, LocalDate today) {
        days.filter(day -> day.toString().compareTo(last) > 0).forEach(day -> {
            timed("billing day " + day, () -> month.bill(day, today));
            steps.done(day.toString());
        });
    }

    /** A start waits for each of these; the log says for how long. */
    private static void timed(String step, Runnable work) {
        long begin = SystemTime.millis();
        work.run();
        LOG.log(Level.INFO, "demo: {0} took {1} ms", new Object[] {step, SystemTime.millis() - begin});
    }

    /** The first and the fifteenth of the last months, up to today. */
    static List<LocalDate> billingDays(LocalDate today) {
        List<LocalDate> days = new ArrayList<>();
        for (int back = MONTHS_OF_HISTORY; back >= 0; back--) {
            LocalDate first = today.minusMonths(back).withDayOfMonth(1);
            days.add(first);
            if (first.withDayOfMonth(15).isBefore(today)) {
                days.add(first.withDayOfMonth(15));
            }
        }
        return days;
    }
}
