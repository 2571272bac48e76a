package uplink.web.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uplink.web.shell.Reader;

/** How a tariff's figures are written. */
@Named
@RequestScoped
public class TariffWords {

    private static final int MEGABIT = 1000;

    @Inject
    private Reader reader;

    /** Kilobits in, for example {@code 100 / 50 Mbit/s} out; a dash for a tariff without speed. */
    public String speed(@Nullable Integer down, @Nullable Integer up) {
        if (down == null) {
            return "—";
        }
        String both = up == null || up.equals(down) ? megabits(down) : megabits(down) + " / " + megabits(up);
        return reader.say("tariff.mbits", both);
    }

    private String megabits(int kilobits) {
        return reader.number(BigDecimal.valueOf(kilobits).divide(BigDecimal.valueOf(MEGABIT)));
    }
}
