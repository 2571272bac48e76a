package uplink.api.gateway;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** A request whose body was read once to hash it, and is read again by the resource. Large bodies wait in a file. */
final class ReplayableRequest extends HttpServletRequestWrapper implements AutoCloseable {

    private static final int IN_MEMORY = 1024 * 1024;

    private final byte[] hash;
    private final byte[] start;
    private final @Nullable Path file;

    ReplayableRequest(HttpServletRequest request) throws IOException {
        super(request);
        MessageDigest digest = sha256();
        String query = request.getQueryString();
        digest.update((request.getMethod() + " " + request.getRequestURI() + "?" + (query == null ? "" : query) + "\n")
                .getBytes(StandardCharsets.UTF_8));
        InputStream body = request.getInputStream();
        start = body.readNBytes(IN_MEMORY);
        if (start.length < IN_MEMORY) {
            file = null;
            digest.update(start);
        } else {
            file = Files.createTempFile("uplink-body", null);
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                out.write(start);
                body.transferTo(out);
            } catch (IOException | RuntimeException e) {
                close();
                throw e;
            }
        }
        hash = digest.digest();
    }

    /** Of method, address and body: what makes two requests the same. */
    byte[] hash() {
        return hash;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Again(file == null ? new ByteArrayInputStream(start) : Files.newInputStream(file));
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static final class Again extends ServletInputStream {
        private final InputStream body;

        Again(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            return body.read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return body.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            try {
                return body.available() == 0;
            } catch (IOException e) {
                return true;
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("read synchronously");
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
