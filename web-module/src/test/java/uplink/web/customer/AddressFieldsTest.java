package uplink.web.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** An address that was begun is not dropped without a word. */
class AddressFieldsTest {

    private final AddressFields fields = new AddressFields();

    @Test
    void whereNothingIsTypedThereIsNoAddress() {
        assertNull(fields.ifAny());
    }

    @Test
    void aFlatAloneIsPassedOnToBeRefused() {
        fields.setFlat("7");
        assertEquals(fields.address(), fields.ifAny());
    }
}
