package uplink.web.imports;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UploadLimitTest {

    /** What the server itself refused would end as an incident instead of a word beside the field. */
    @Test
    void theServerRefusesNothingThatTheFilterLetsThrough() throws IOException {
        String descriptor = Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml"));
        long largest = UploadLimit.LARGEST_REQUEST;
        assertTrue(descriptor.contains("<max-file-size>" + largest + "</max-file-size>"));
        assertTrue(descriptor.contains("<max-request-size>" + largest + "</max-request-size>"));
    }
}
