package uplink.auth.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import uplink.auth.control.AccessCheck;
import uplink.shared.Allowed;
import uplink.shared.Permission;

/** What the API's gateway asks on every request: whose token is this? */
@Stateless
@Allowed(Permission.ANYONE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccessTokens {

    /** The user and the session behind a token. */
    public record Access(SignedInUser user, UUID session) {}

    @Inject
    private AccessCheck check;

    /**
     * Empty for a token that is forged, expired, or of a session that has ended. Costs no database read within two
     * seconds of the last one for the same session, so a revocation holds within five.
     */
    public Optional<Access> verify(String token) {
        return check.verify(token);
    }

    /** The public keys, as a JWK set (RFC 7517) in JSON. */
    public String publicKeys() {
        return check.publicKeys();
    }
}
