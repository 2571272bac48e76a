package uplink.auth.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/** Looks every night whether the signing keys have become old. */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class KeyRotationJob implements Job {

    @Inject
    private KeyRotation rotation;

    @Override
    public String name() {
        return "signing-keys";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(4, 10));
    }

    @Override
    public void run(Instant dueAt) {
        rotation.rotateWhenDue();
    }
}
