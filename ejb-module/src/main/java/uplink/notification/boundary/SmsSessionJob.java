package uplink.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import uplink.notification.control.sms.SmsChannel;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/** Keeps the session with the message centre: reports come when nothing is sent, too. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class SmsSessionJob implements Job {

    @Inject
    private SmsChannel sms;

    @Override
    public String name() {
        return "sms-session";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofSeconds(15));
    }

    @Override
    public void run(Instant dueAt) {
        sms.keep();
    }
}
