package uplink.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class IncidentTest {

    @Test
    void whatIsKeptTellsNothingOfTheFailure() {
        Incident incident = Incident.of(
                new IllegalStateException(new DatabaseException(new SQLException("key (email)=(x@example.org)"))));
        assertEquals("database " + incident.id(), incident.code());
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.forLanguageTag("ru")}) {
            String text = Incident.text(incident.code()).in(locale);
            assertTrue(text.contains(incident.id()), text);
            assertFalse(text.contains("shared.incident"), text);
        }
        assertEquals("unexpected", Incident.of(new IllegalStateException("x")).kind());
        assertEquals("incident " + incident.id(), incident.toString());
    }

    @Test
    void whateverElseWasKeptIsNotShown() {
        assertFalse(Incident.text("java.sql.SQLException: key (email)")
                .in(Locale.ENGLISH)
                .contains("email"));
        assertNull(Incident.text(null));
    }
}
