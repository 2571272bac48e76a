package uplink.api.auth;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.api.http.Guarded;
import uplink.auth.boundary.PasswordReset;
import uplink.auth.boundary.Registration;
import uplink.auth.boundary.Registration.Wanted;

/** Accounts that people open and recover for themselves, by links in mails. */
@Path("auth")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registration", description = "Registration, forgotten passwords: by links in mails.")
public class RegistrationResource {

    @Inject
    private Registration registration;

    @Inject
    private PasswordReset reset;

    @Context
    private HttpServletRequest request;

    @POST
    @Path("register")
    @Guarded("register")
    @Operation(
            operationId = "register",
            summary = "Open an account; a link to confirm it is sent by mail",
            description = "Answers the same whether the address has an account or not.")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(responseCode = "202", description = "A mail is on its way.")
    public Response register(Wanted wanted) {
        registration.register(wanted);
        return Response.accepted().build();
    }

    @POST
    @Path("email/confirm")
    @Guarded("confirm-email")
    @Operation(operationId = "confirmEmail", summary = "Confirm the address with the token of the mail; then sign in")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(responseCode = "204", description = "The account is there, or has its new address.")
    public Response confirm(TokenRequest link) {
        registration.confirm(link.token());
        return Response.noContent().build();
    }

    @POST
    @Path("password/forgot")
    @Guarded("forgot-password")
    @Operation(
            operationId = "forgotPassword",
            summary = "Have a link for a new password sent",
            description = "Answers the same whether the address has an account or not.")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(responseCode = "202", description = "If there is such an account, a mail is on its way.")
    public Response forgot(EmailRequest account) {
        reset.forgot(account.email());
        return Response.accepted().build();
    }

    @POST
    @Path("password/reset")
    @Guarded("reset-password")
    @Operation(
            operationId = "resetPassword",
            summary = "Set a new password with the token of the mail",
            description = "Ends all sessions. Signs nobody in: the second factor is asked for as always.")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(responseCode = "204", description = "Set; now sign in.")
    public Response reset(ResetRequest wanted) {
        String device = reset.reset(wanted.token(), wanted.newPassword(), DeviceCookie.from(request));
        return Response.noContent().cookie(DeviceCookie.of(device)).build();
    }

    @POST
    @Path("device/confirm")
    @Guarded("know-device")
    @Operation(
            operationId = "confirmDevice",
            summary = "Go on after too many wrong passwords, with the token of the mail",
            description = "Sets a cookie that makes this device known: its attempts are counted apart.")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(responseCode = "204", description = "This device is known; now sign in.")
    public Response confirmDevice(TokenRequest link) {
        String device = reset.knowDevice(link.token(), DeviceCookie.from(request));
        return Response.noContent().cookie(DeviceCookie.of(device)).build();
    }
}
