package uplink.web.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import uplink.inventory.boundary.NewDevice;

class LabelsTest {

    @Test
    void aLineIsASerialAndPerhapsAMac() {
        assertEquals(
                List.of(
                        new NewDevice("S1", null),
                        new NewDevice("S2", "a42bb0c1d2e3"),
                        new NewDevice("S3", "A4-2B-B0-C1-D2-E3"),
                        new NewDevice("S4", "nonsense"),
                        new NewDevice("S5 rev 2", "a42b.b0c1.d2e3"),
                        new NewDevice("S6 rev 2", null),
                        new NewDevice("a42bb0c1d2e3", null)),
                Labels.of(
                        """
                        S1
                        S2;a42bb0c1d2e3

                        S3\t A4-2B-B0-C1-D2-E3
                         S4 , nonsense
                        S5 rev 2 a42b.b0c1.d2e3
                        S6 rev 2
                        a42bb0c1d2e3
                        """));
        assertEquals(List.of(), Labels.of(null));
        assertEquals(List.of(), Labels.of(" \n "));
    }
}
