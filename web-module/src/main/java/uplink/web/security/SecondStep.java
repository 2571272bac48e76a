package uplink.web.security;

import jakarta.security.enterprise.credential.Credential;

/** The second step of a sign-in, as the page hands it to {@link SignInMechanism}. */
record SecondStep(String mfaToken, String code) implements Credential {}
