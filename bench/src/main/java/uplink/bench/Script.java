package uplink.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A file of SQL statements with <code>${placeholders}</code>. */
public final class Script {
    private final String text;

    private Script(String text) {
        this.text = text;
    }

    /** Reads a file that lies beside this class. */
    public static Script named(String file) {
        try (InputStream in = Script.class.getResourceAsStream(file)) {
            return new Script(new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same script with the values in place of the placeholders. */
    public Script with(Map<String, ?> values) {
        String filled = text;
        for (Map.Entry<String, ?> value : values.entrySet()) {
            filled =
                    filled.replace("${" + value.getKey() + "}", value.getValue().toString());
        }
        return new Script(filled);
    }

    /** All of it. */
    public String text() {
        return text;
    }

    /** The single statements, for scripts of plain queries: they are parted by a semicolon at a line's end. */
    public List<String> statements() {
        return Stream.of(text.split(";\n"))
                .filter(statement -> !statement.isBlank())
                .toList();
    }

    /** Runs it in one transaction. */
    public void run(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute(text);
            connection.commit();
        }
    }
}
