package uplink.web.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import uplink.connection.boundary.WorkOrder.Material;

class MaterialLinesTest {

    @Test
    void aLineIsNameQuantityAndUnit() {
        assertEquals(
                List.of(
                        new Material("Кабель UTP", new BigDecimal("18.5"), "м"),
                        new Material("RJ-45", new BigDecimal("2"), "шт.; с колпачком")),
                MaterialLines.read(" Кабель UTP ; 18,5; м\n\n RJ-45;2;шт.; с колпачком\n"));
        assertEquals(List.of(), MaterialLines.read(null));
    }

    @Test
    void whatIsNoNumberIsRefusedLater() {
        assertEquals(
                List.of(
                        new Material("Кабель", BigDecimal.ZERO, ""),
                        new Material("Кабель", BigDecimal.ZERO, "м"),
                        new Material("Кабель", BigDecimal.ZERO, "м")),
                MaterialLines.read("Кабель\nКабель; много; м\nКабель; 1000000000000; м"));
    }
}
