package uplink.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import uplink.shared.BrowserHeaders;

/**
 * The headers of every answer, errors included. The strictest policy is set first; a page of the console replaces it
 * with its own, which carries the nonce.
 */
public class HeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SecurityHeaders.set(request, response);
        HttpServletResponse answer = new OnePolicy(response);
        if (SecureCookies.isBehindHttps(request)) {
            chain.doFilter(request, new Marking(answer));
            SecureCookies.mark(response);
        } else {
            chain.doFilter(request, answer);
        }
    }

    /** The container adds the session's cookie by itself: what it added is marked before anything is sent. */
    private static final class Marking extends HttpServletResponseWrapper {

        private final HttpServletResponse marked;

        Marking(HttpServletResponse response) {
            super(response);
            this.marked = response;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            SecureCookies.mark(marked);
            return super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            SecureCookies.mark(marked);
            return super.getWriter();
        }

        @Override
        public void flushBuffer() throws IOException {
            SecureCookies.mark(marked);
            super.flushBuffer();
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            SecureCookies.mark(marked);
            super.sendRedirect(location);
        }

        @Override
        public void sendError(int status) throws IOException {
            SecureCookies.mark(marked);
            super.sendError(status);
        }
    }

    /** Two policies would both apply: the page's own takes the place of the default one. */
    private static final class OnePolicy extends HttpServletResponseWrapper {

        OnePolicy(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (BrowserHeaders.POLICY.equalsIgnoreCase(name)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }
    }
}
