package uplink.api.document;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.HexFormat;
import uplink.document.boundary.Paper;

/** A paper as an answer: a file to keep, with its hash (RFC 9530). */
final class PdfAnswer {

    static final String TYPE = "application/pdf";

    private PdfAnswer() {}

    static Response of(Paper paper) {
        String hash = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(paper.sha256()));
        return Response.ok(paper.pdf(), TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + paper.name() + "\"")
                .header("Content-Digest", "sha-256=:" + hash + ":")
                .build();
    }
}
