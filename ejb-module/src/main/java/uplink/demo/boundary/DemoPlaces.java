package uplink.demo.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.Coverage;
import uplink.address.boundary.HouseJob;
import uplink.address.boundary.NewCoverage;
import uplink.address.boundary.PlaceLine;
import uplink.address.boundary.Places;
import uplink.address.boundary.Technology;
import uplink.shared.BusinessClock;

/** The places where the demo's customers live, and what can be connected there. */
@ApplicationScoped
class DemoPlaces {

    private static final int HUNDRED = 100_000;
    private static final int GIGABIT = 1_000_000;
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    @Inject
    private Places places;

    @Inject
    private Coverage coverage;

    @Inject
    private HouseJob houses;

    @Inject
    private BusinessClock clock;

    /** Bears repetition: what is there is found, and said again. */
    void lay() {
        places.takeOver(lines());
        houses.run(clock.instant());
        say("Светлогорск", Technology.FTTB, HUNDRED * 5, SINCE, null);
        say("Светлогорск", Technology.GPON, GIGABIT, SINCE, null);
        say("Заречный", Technology.FTTB, GIGABIT, SINCE, null);
        say("Боровое", Technology.WIRELESS, HUNDRED, SINCE, null);
        say("Боровое", Technology.GPON, GIGABIT, null, clock.today().plusMonths(3));
    }

    private void say(
            String town, Technology technology, int speed, @Nullable LocalDate since, @Nullable LocalDate planned) {
        places.search(town, 1)
                .forEach(place -> coverage.set(
                        place.id(), null, new NewCoverage(technology, speed, speed, since, planned, null)));
    }

    private static List<PlaceLine> lines() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = format.parse(new StringReader(DemoFiles.text("customers.csv")))) {
            return rows.stream()
                    .map(row -> new PlaceLine(row.get("region"), row.get("city"), row.get("street"), row.get("house")))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
