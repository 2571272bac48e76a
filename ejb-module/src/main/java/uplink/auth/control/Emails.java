package uplink.auth.control;

import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses as names of users: case does not matter. */
public final class Emails {

    private static final Pattern SHAPE = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,189}");

    private Emails() {}

    public static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    public static boolean isPlausible(String email) {
        return SHAPE.matcher(email).matches();
    }
}
