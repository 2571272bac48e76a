package uplink.api.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.Guarded;
import uplink.api.http.RequestLanguage;
import uplink.api.http.Requests;
import uplink.billing.terminal.boundary.TerminalRequest;
import uplink.billing.terminal.boundary.Terminals;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;

/** Payment terminals, by the protocol of OSMP. */
@Path("gateways/osmp")
@RequestScoped
@Produces(MediaType.APPLICATION_XML)
@Tag(name = "Machines", description = "For other people's servers.")
public class TerminalResource {

    @Inject
    private Terminals terminals;

    @Inject
    private RequestLanguage language;

    @Context
    private HttpServletRequest request;

    @Context
    private HttpServletResponse response;

    @GET
    @Guarded(value = "osmp", machine = true)
    @Operation(
            operationId = "askAsTerminal",
            summary = "A payment terminal checks an account, or brings a payment",
            description = "For agents that were set up (payment-agents): known by their address, or by HTTP's basic"
                    + " authentication. A payment is taken once for each txn_id of an agent; the same request again"
                    + " gets the same answer, another account or sum under the same txn_id is refused with 300. Result"
                    + " codes: 0 done, 1 try later, 4 not an account's form, 5 no such account, 7 not allowed, 8 the"
                    + " day's limit is used up, 79 the account is closed, 241 too small, 242 too large, 300 refused.")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(
            responseCode = "200",
            description = "The result, as a code of the protocol.",
            content = @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "401", description = "unauthenticated: not an agent.")
    public String ask(
            @QueryParam("command") @Parameter(description = "check or pay.") @Nullable String command,
            @QueryParam("account") @Parameter(description = "A contract's number; its digits alone will do.") @Nullable
                    String account,
            @QueryParam("sum") @Parameter(description = "With a point; needed to pay.") @Nullable String sum,
            @QueryParam("txn_id") @Parameter(description = "The agent's number of it, up to 20 digits.") @Nullable
                    String txnId,
            @QueryParam("txn_date")
                    @Parameter(description = "yyyyMMddHHmmss, in the operator's zone: when the money was put in.")
                    @Nullable
                    String date,
            @QueryParam("ccy") @Parameter(description = "Refused when it is not the account's.") @Nullable
                    String currency) {
        Locale locale = language.locale();
        try {
            return TerminalXml.of(terminals.answer(asked(command, account, sum, txnId, date, currency)), locale);
        } catch (BusinessException e) {
            if (e.type() == ProblemType.UNAUTHENTICATED) {
                response.setHeader("WWW-Authenticate", "Basic realm=\"osmp\", charset=\"UTF-8\"");
            }
            throw e;
        }
    }

    private TerminalRequest asked(
            @Nullable String command,
            @Nullable String account,
            @Nullable String sum,
            @Nullable String txnId,
            @Nullable String date,
            @Nullable String currency) {
        return new TerminalRequest(
                Requests.clientAddress(request),
                request.getHeader("Authorization"),
                command,
                account,
                sum,
                txnId,
                date,
                currency);
    }
}
