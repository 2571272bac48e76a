package uplink.demo.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uplink.address.boundary.Coverage;
import uplink.address.boundary.FeasibilityAnswer;
import uplink.testing.Boundaries;

/** The demo's customers live in places that its tree has. */
class DemoPlacesTest {

    @Test
    void theDemosHousesAreThereAndCovered() throws Exception {
        try (Boundaries boundaries = new Boundaries(LocalDate.of(2026, 11, 20))) {
            DemoPlaces demo = boundaries.get(DemoPlaces.class);
            Coverage coverage = boundaries.get(Coverage.class);
            boundaries.run(demo::lay);
            long places = boundaries.sql().number("select count(*) from places");
            boundaries.run(demo::lay);
            assertEquals(places, boundaries.sql().number("select count(*) from places"), "once is enough");
            assertTrue(places > 200, "places " + places);
            assertEquals(
                    FeasibilityAnswer.YES,
                    coverage.at("Светлогорск, проспект Мира, 62А").answer());
            assertEquals(
                    "Заречная обл., п. Боровое, ул. Садовая, 98",
                    coverage.at("Боровое, Садовая 98").place());
            assertEquals(
                    2,
                    coverage.at("посёлок Боровое, ул. Садовая, д. 98")
                            .technologies()
                            .size());
        }
    }
}
