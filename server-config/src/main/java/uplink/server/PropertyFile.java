package uplink.server;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** A small file of names and values that is replaced as a whole, so a reader never sees half of it. */
record PropertyFile(Path path) {

    Optional<String> get(String name) {
        return Optional.ofNullable(read().getProperty(name));
    }

    void put(String name, String value) {
        Properties properties = read();
        properties.setProperty(name, value);
        write(properties);
    }

    void replace(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        write(properties);
    }

    void delete() {
        Trees.delete(path);
    }

    private Properties read() {
        Properties properties = new Properties();
        if (Files.exists(path)) {
            try (Reader reader = Files.newBufferedReader(path)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    private void write(Properties properties) {
        Path unfinished = path.resolveSibling(path.getFileName() + ".new");
        try (Writer writer = Files.newBufferedWriter(unfinished)) {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
