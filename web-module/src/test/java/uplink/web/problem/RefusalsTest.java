package uplink.web.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {

    @ParameterizedTest
    @CsvSource({"fullName,fullName", "contract.address.city,city", "prices[2].amount,amount", "parts[0],parts"})
    void aFieldErrorFindsItsInputByTheLastPart(String field, String input) {
        assertEquals(input, Refusals.lastPart(field));
    }
}
