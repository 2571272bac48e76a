package uplink.api.gateway;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/**
 * Counts the body while it is read, because a chunked one does not tell its size. One that told its size ends there: of
 * requests with an {@code Upgrade} header (Java's own client offers h2c) the server does not look at the size, and would
 * wait for more until it gives up.
 */
final class LimitedRequest extends HttpServletRequestWrapper {

    private final long limit;

    LimitedRequest(HttpServletRequest request, long limit) {
        super(request);
        this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream(), getContentLengthLong());
    }

    private final class Counted extends ServletInputStream {
        private final ServletInputStream body;
        private final long told;
        private long read;

        /** @param told how long it is; negative when it is not known */
        Counted(ServletInputStream body, long told) {
            this.body = body;
            this.told = told;
        }

        @Override
        public int read() throws IOException {
            if (isAtEnd()) {
                return -1;
            }
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (isAtEnd()) {
                return length == 0 ? 0 : -1;
            }
            int got = body.read(into, from, told < 0 ? length : (int) Math.min(length, told - read));
            count(Math.max(got, 0));
            return got;
        }

        private boolean isAtEnd() {
            return told >= 0 && read >= told;
        }

        private void count(int more) {
            read += more;
            if (read > limit) {
                throw new BusinessException(ProblemType.TOO_LARGE, Text.of("api.too-large", limit));
            }
        }

        @Override
        public boolean isFinished() {
            return isAtEnd() || body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
