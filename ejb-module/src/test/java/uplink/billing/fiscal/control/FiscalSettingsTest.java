package uplink.billing.fiscal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiscalSettingsTest {

    @TempDir
    private Path directory;

    @Test
    void nothingIsPrintedUnlessSomebodyIsNamed() {
        FiscalSettings settings = new FiscalSettings();
        assertFalse(settings.isOn());
        assertTrue(settings.service().isEmpty());
        assertNull(settings.advanceRate(), "without tax");
        assertEquals("", settings.fallbackEmail());
    }

    @Test
    void whatIsSetHolds() {
        FiscalService files = new FiscalFiles(directory);
        FiscalSettings settings = new FiscalSettings(Optional.of(files), "20", "us@example.org");
        assertTrue(settings.isOn());
        assertEquals(Optional.of(files), settings.service());
        assertEquals(new BigDecimal("20"), settings.advanceRate());
        assertEquals("us@example.org", settings.fallbackEmail());
    }
}
