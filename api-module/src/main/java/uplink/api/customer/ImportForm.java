package uplink.api.customer;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.ImportKind;
import uplink.customer.boundary.ImportMode;
import uplink.customer.boundary.NewImport;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.Text;

/** The parts of an import form. */
public record ImportForm(String fileName, byte[] content, @Nullable ImportMode mode, boolean dryRun) {

    static ImportForm of(@Nullable EntityPart file, @Nullable EntityPart mode, @Nullable EntityPart dryRun)
            throws IOException {
        if (file == null) {
            throw BusinessException.invalid("file", Text.of("shared.validation.required"));
        }
        String word = text(mode);
        return new ImportForm(
                file.getFileName().orElse("customers.csv"),
                bytes(file),
                word.isEmpty() ? null : mode(word),
                text(dryRun).equals("true"));
    }

    NewImport ofCustomers() {
        return new NewImport(
                ImportKind.CUSTOMERS,
                fileName,
                content,
                Objects.requireNonNullElse(mode, ImportMode.ALL_OR_NOTHING),
                dryRun);
    }

    private static ImportMode mode(String word) {
        try {
            return Coded.of(ImportMode.class, word);
        } catch (IllegalArgumentException e) {
            throw BusinessException.invalid("mode", Text.of("shared.validation.format"));
        }
    }

    private static String text(@Nullable EntityPart part) throws IOException {
        return part == null ? "" : new String(bytes(part), StandardCharsets.UTF_8).strip();
    }

    private static byte[] bytes(EntityPart part) throws IOException {
        try (InputStream content = part.getContent()) {
            return content.readAllBytes();
        }
    }
}
