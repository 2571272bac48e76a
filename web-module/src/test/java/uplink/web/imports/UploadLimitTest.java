package uplink.web.imports;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import uplink.customer.boundary.Imports;

class UploadLimitTest {

    @Test
    void theFormTakesFilesAsLargeAsTheImportDoes() throws IOException {
        String descriptor = Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml"));
        assertTrue(descriptor.contains("<max-file-size>" + Imports.LARGEST + "</max-file-size>"));
    }
}
