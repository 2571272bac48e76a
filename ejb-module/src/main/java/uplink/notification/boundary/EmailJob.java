package uplink.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import uplink.notification.control.Dispatchers;
import uplink.notification.control.channel.ChannelKind;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/** Letters that are due: a queue of their own, so that a peer that hangs holds up nothing else. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class EmailJob implements Job {

    @Inject
    private Dispatchers dispatchers;

    @Override
    public String name() {
        return "messages-email";
    }

    @Override
    public Schedule schedule() {
        return Dispatchers.SCHEDULE;
    }

    @Override
    public void run(Instant dueAt) {
        dispatchers.run(ChannelKind.EMAIL);
    }
}
