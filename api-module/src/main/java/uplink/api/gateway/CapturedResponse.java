package uplink.api.gateway;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uplink.shared.idempotency.StoredAnswer;

/** Holds the body back until it is certain that the answer is true. */
final class CapturedResponse extends HttpServletResponseWrapper {

    private static final List<String> KEPT = List.of("Content-Type", "Content-Language", "Location", "ETag");

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final PrintWriter writer = new PrintWriter(body, false, StandardCharsets.UTF_8);

    CapturedResponse(HttpServletResponse response) {
        super(response);
    }

    StoredAnswer toAnswer() {
        Map<String, String> headers = new TreeMap<>();
        for (String name : KEPT) {
            String value = name.equals("Content-Type") ? getContentType() : getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new StoredAnswer(getStatus(), headers, bytes());
    }

    void send() throws IOException {
        byte[] bytes = bytes();
        getResponse().setContentLength(bytes.length);
        getResponse().getOutputStream().write(bytes);
    }

    private byte[] bytes() {
        writer.flush();
        return body.toByteArray();
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                body.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                body.write(bytes, from, length);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("written synchronously");
            }
        };
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public void flushBuffer() {
        // nothing leaves before the transaction is committed
    }

    @Override
    public void resetBuffer() {
        writer.flush();
        body.reset();
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void setContentLength(int length) {
        // set when the body is sent
    }

    @Override
    public void setContentLengthLong(long length) {
        // set when the body is sent
    }

    @Override
    public void sendError(int status) {
        setStatus(status);
    }

    @Override
    public void sendError(int status, String message) {
        setStatus(status);
    }
}
