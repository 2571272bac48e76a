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
                PlaceLines.read(lines, List.of()));
        assertEquals(List.of(), PlaceLines.read(null, List.of()));
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        List<OutagePlace> places =
                List.of(new OutagePlace("Тверь", "Мира", "12"), new OutagePlace("Клин", "Мира", null));
        assertEquals(places, PlaceLines.read(PlaceLines.written(places), List.of()));
    }

    @Test
    void aNameWithACommaStaysWhatItWas() {
        List<OutagePlace> places = List.of(
                new OutagePlace("Тверь, Заволжье", "Мира", "12"), new OutagePlace("Клин", "Мира, старая", null));
        String lines = PlaceLines.written(places) + "\r\nТверь, Победы";
        assertEquals(
                List.of(places.get(0), places.get(1), new OutagePlace("Тверь", "Победы", null)),
                PlaceLines.read(lines, places));
    }
}
