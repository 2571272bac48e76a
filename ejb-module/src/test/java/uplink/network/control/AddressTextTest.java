package uplink.network.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.network.boundary.OutagePlace;

class AddressTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // what was typed | city | street | house | whether it may be there
                "Тверь, ул. Мира, 12             | Тверь | Мира      | 12    | true",
                "тверь мира 12                   | Тверь | ул. Мира  | 12    | true",
                "Мира 12, г. Тверь               | Тверь | улица Мира| 12    | true",
                "Тверь, Мира, 12-45              | Тверь | Мира      | 12    | true",
                "Тверь, Мира, д. 12, кв. 45      | Тверь | Мира      | 12    | true",
                "Тверь, Мира, 13                 | Тверь | Мира      | 12    | false",
                "Тверь, Мира, 121                | Тверь | Мира      | 12    | false",
                "Тверь, Мира, 12 корп. 1         | Тверь | Мира      | 12к1  | true",
                "Тверь, Мира, 12к1               | Тверь | Мира      | 12 к 1| true",
                "Тверь, Мира, 12 корп. 2         | Тверь | Мира      | 12к1  | false",
                "Тверь, Мира, 12 А               | Тверь | Мира      | 12А   | true",
                "Тверь, Мира, 12а                | Тверь | Мира      | 12 А  | true",
                "Тверь, Мира, 12 А, кв. 3        | Тверь | Мира      | 12а   | true",
                "Тверь, Мира, 12 Б               | Тверь | Мира      | 12А   | false",
                "Тверь, Мира, 12 Г               | Тверь | Мира      | 12 г  | true",
                "Тверь, Мира, 12Г                | Тверь | Мира      | 12 Г  | true",
                "Мира 12 г Тверь                 | Тверь | Мира      | 12    | true",
                "Мира 12 г Тверь                 | Тверь | Мира      | 13    | false",
                "Тверь, Мира, 12 к 1             | Тверь | Мира      | 12 К 1| true",
                "Тверь, Мира, 12/1               | Тверь | Мира      | 12/1  | true",
                "Тверь, Мира                     | Тверь | Мира      | 12    | true",
                "Тверь                           | Тверь | Мира      | 12    | true",
                "Тверь, Мира, 13                 | Тверь | Мира      | -     | true",
                "Тверь, Мира, 13                 | Тверь | -         | -     | true",
                "Тверская область, Тверь, Мира 1 | Тверь | Мира      | -     | true",
                "Тверская область, Тверь         | Тверь | Мира      | -     | true",
                "Мира 12                         | Тверь | Мира      | 12    | true",
                "Мира 12                         | Тверь | -         | -     | false",
                "Тверь, Победы, 12               | Тверь | Мира      | 12    | false",
                "Клин, Мира, 12                  | Тверь | Мира      | 12    | false",
                "Клин                            | Тверь | Мира      | -     | false",
                "Тверь, 8 Марта, 12              | Тверь | 8 Марта   | 12    | true",
                "Тверь, 8 Марта                  | Тверь | 8 Марта   | 12    | true",
                "Тверь, 8 Марта, 8               | Тверь | 8 Марта   | 12    | true", // its number may be the street's
                "Орёл, Полесская 3               | Орел  | Полёсская | 3     | true",
                "Ленинск 12                      | Ленинск | -       | -     | true",
                "12                              | Тверь | Мира      | 12    | false"
            })
    void saysWhetherAnAddressMayBeThere(String typed, String city, String street, String house, boolean may) {
        assertEquals(
                may, new AddressText(typed).mayBeIn(new OutagePlace(city, street, house)), () -> typed + " in " + city);
    }

    @Test
    void kindsAloneNameNothing() {
        assertTrue(new AddressText(" ул., д. ").isEmpty());
        assertTrue(new AddressText("").isEmpty());
    }
}
