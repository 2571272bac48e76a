package uplink.api.gateway;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/** A request whose body was read once to hash it, and is read again by the resource. Large bodies wait in a file. */
final class ReplayableRequest extends HttpServletRequestWrapper implements AutoCloseable {

    private static final int IN_MEMORY = 1024 * 1024;

    private final byte[] hash;
    private final byte[] start;
    private final @Nullable Path file;

    /** @param digest makes the hash, with a key: whoever reads it must not be able to try out bodies */
    ReplayableRequest(HttpServletRequest request, Mac digest) throws IOException {
        super(request);
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
            try (OutputStream out = Files.newOutputStream(file)) {
                copy(new SequenceInputStream(new ByteArrayInputStream(start), body), out, digest);
            } catch (IOException | RuntimeException e) {
                close();
                throw e;
            }
        }
        hash = digest.doFinal();
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

    private static void copy(InputStream from, OutputStream to, Mac digest) throws IOException {
        byte[] some = new byte[64 * 1024];
        for (int got = from.read(some); got >= 0; got = from.read(some)) {
            digest.update(some, 0, got);
            to.write(some, 0, got);
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
