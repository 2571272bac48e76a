package uplink.web.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import uplink.network.boundary.OutagePlace;

class PlaceLinesTest {

    @Test
    void aLineIsACityAStreetAndAHouse() {
        String lines = " Тверь , ул. Мира,12, корп. 1\n\n  \nТверь, Победы\r\nКлин\n, Мира";
        assertEquals(
                List.of(
                        new OutagePlace("Тверь", "ул. Мира", "12, корп. 1"),
                        new OutagePlace("Тверь", "Победы", null),
                        new OutagePlace("Клин", null, null),
                        new OutagePlace("", "Мира", null)),
                PlaceLines.read(lines));
        assertEquals(List.of(), PlaceLines.read(null));
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        List<OutagePlace> places =
                List.of(new OutagePlace("Тверь", "Мира", "12"), new OutagePlace("Клин", "Мира", null));
        assertEquals(places, PlaceLines.read(PlaceLines.written(places)));
    }
}
