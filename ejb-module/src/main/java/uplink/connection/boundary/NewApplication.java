package uplink.connection.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who wants to be connected tells.
 *
 * @param phone in any usual spelling; this or the e-mail is needed
 * @param address in the applicant's own words, at most 500 characters
 * @param comment at most 1,000 characters
 * @param consent to the processing of personal data for this application (Federal Law 152-ФЗ of 27 July 2006, article 9)
 */
public record NewApplication(
        String contactName,
        @Nullable String phone,
        @Nullable String email,
        String address,
        @Nullable UUID tariffId,
        @Nullable String comment,
        boolean consent) {}
