package uplink.connection.boundary;

import java.util.List;
import java.util.Locale;

/**
 * A mail to an applicant, without its words.
 *
 * @param template which text, in {@code mail_{ru,en}.properties}
 * @param arguments of the text: the application's number, then what the template tells
 */
public record ApplicationMail(String template, String address, String fullName, Locale locale, List<Object> arguments) {

    public ApplicationMail {
        arguments = List.copyOf(arguments);
    }
}
