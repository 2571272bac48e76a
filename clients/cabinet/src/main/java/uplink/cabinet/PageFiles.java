package uplink.cabinet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Hands out the cabinet's files, and nothing else: they are few, small, and read once. Browsers keep them and ask each
 * time whether they have changed, so a new build is seen at once.
 */
public class PageFiles extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ERROR = "/error.html";

    /** Where the page itself is: its own address, and those that the links of our mails have. */
    private static final Set<String> PAGE = Set.of("", "/", "/confirm", "/reset", "/unlock");

    private transient Map<String, PageFile> files = Map.of();

    @Override
    public void init() throws ServletException {
        Map<String, PageFile> found = new HashMap<>();
        try {
            read(getServletContext(), "/", found);
        } catch (IOException e) {
            throw new ServletException(e);
        }
        files = Map.copyOf(found);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            send(request, response, ERROR);
        } else if (Set.of("GET", "HEAD").contains(request.getMethod())) {
            String path = request.getServletPath();
            send(request, response, PAGE.contains(path) ? "/index.html" : path);
        } else {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private void send(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        PageFile file = files.get(path);
        if (file == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            response.setHeader("ETag", file.tag());
            if (file.tag().equals(request.getHeader("If-None-Match"))) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        byte[] content = file.plain();
        byte[] gzip = file.gzip();
        if (gzip != null) {
            response.setHeader("Vary", "Accept-Encoding");
            String accepted = request.getHeader("Accept-Encoding");
            if (accepted != null && accepted.contains("gzip")) {
                response.setHeader("Content-Encoding", "gzip");
                content = gzip;
            }
        }
        response.setContentType(file.type());
        response.setContentLength(content.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(content);
        }
    }

    private static void read(ServletContext context, String folder, Map<String, PageFile> found) throws IOException {
        Set<String> paths = context.getResourcePaths(folder);
        for (String path : paths == null ? Set.<String>of() : paths) {
            if (path.startsWith("/WEB-INF") || path.startsWith("/META-INF")) {
                continue;
            }
            if (path.endsWith("/")) {
                read(context, path, found);
                continue;
            }
            try (InputStream in = context.getResourceAsStream(path)) {
                PageFile file = in == null ? null : PageFile.of(path, in.readAllBytes());
                if (file != null) {
                    found.put(path, file);
                }
            }
        }
    }
}
