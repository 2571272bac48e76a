package uplink.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import uplink.shared.SystemTime;

/** Tells browsers that the console was started anew, so that they fetch its styles and scripts again. */
@Named
@ApplicationScoped
public class Build {

    private final String version = Long.toString(SystemTime.millis() / 1000, Character.MAX_RADIX);

    public String getVersion() {
        return version;
    }
}
