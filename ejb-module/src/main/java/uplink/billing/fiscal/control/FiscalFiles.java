package uplink.billing.fiscal.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import uplink.shared.Json;

/** Writes each receipt into a file: for tests, and for programs that fetch them there. */
public final class FiscalFiles implements FiscalService {

    private final Path directory;

    public FiscalFiles(Path directory) {
        this.directory = directory;
    }

    /** The file appears whole; the same receipt again is the same file. */
    @Override
    public FiscalAnswer register(FiscalOrder order) {
        Path file = directory.resolve(order.key() + ".json");
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("id", order.key());
        text.put("kind", order.kind().code());
        text.put("at", order.at());
        text.put("receipt", order.content());
        try {
            Files.createDirectories(directory);
            Path part = directory.resolve(order.key() + ".part");
            Files.write(part, Json.pretty(Json.write(text)).getBytes(StandardCharsets.UTF_8));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return FiscalAnswer.printed(
                    order.key(), Map.of("file", file.getFileName().toString()));
        } catch (IOException e) {
            return FiscalAnswer.nothing(e.toString());
        }
    }

    @Override
    public FiscalAnswer ask(FiscalOrder order) {
        return register(order);
    }
}
