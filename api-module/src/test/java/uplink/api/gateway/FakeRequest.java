package uplink.api.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request as the container would hand it to a filter, and the answer's status and body. */
final class FakeRequest {

    final Map<String, Object> attributes = new HashMap<>();
    final Map<String, String> headers = new HashMap<>();
    final ByteArrayOutputStream answered = new ByteArrayOutputStream();
    int status = 200;
    private final String method;
    private final String path;
    private final byte[] body;

    FakeRequest(String method, String path, byte[] body) {
        this.method = method;
        this.path = path;
        this.body = body.clone();
    }

    HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, call, given) -> switch (call.getName()) {
                    case "getMethod" -> method;
                    case "getRequestURI" -> "/api" + path;
                    case "getContextPath" -> "/api";
                    case "getServletPath" -> path;
                    case "getHeader" -> headers.get(given[0]);
                    case "getLocales" -> Collections.emptyEnumeration();
                    case "getHeaders" -> headersOf((String) given[0]);
                    case "getRemoteAddr" -> "192.0.2.1";
                    case "getContentType" -> "application/json";
                    case "getContentLengthLong" -> (long) body.length;
                    case "getInputStream" -> new Body(new ByteArrayInputStream(body));
                    case "getAttribute" -> attributes.get(given[0]);
                    case "setAttribute" -> attributes.put((String) given[0], given[1]);
                    default -> null;
                });
    }

    HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, call, given) -> switch (call.getName()) {
                    case "setStatus" -> status = (int) given[0];
                    case "getStatus" -> status;
                    case "containsHeader", "isCommitted" -> false;
                    case "getOutputStream" -> new Answer(answered);
                    default -> null;
                });
    }

    private Enumeration<String> headersOf(String name) {
        String value = headers.get(name);
        return Collections.enumeration(value == null ? List.of() : List.of(value));
    }

    private static final class Body extends jakarta.servlet.ServletInputStream {
        private final ByteArrayInputStream bytes;

        Body(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(jakarta.servlet.ReadListener listener) {
            throw new IllegalStateException("read synchronously");
        }
    }

    private static final class Answer extends jakarta.servlet.ServletOutputStream {
        private final ByteArrayOutputStream bytes;

        Answer(ByteArrayOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(jakarta.servlet.WriteListener listener) {
            throw new IllegalStateException("written synchronously");
        }
    }
}
