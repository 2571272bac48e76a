package uplink.connection.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was told on the telephone, or what another system hands over.
 *
 * @param source null: a call
 * @param customerId a customer who asks for another connection; null: somebody new, whose name is needed
 * @param consent that the applicant consents to the processing of personal data; needed for somebody new
 * @param locale ru (default) or en: the applicant's language
 */
public record RecordedApplication(
        @Nullable ApplicationSource source,
        @Nullable UUID customerId,
        @Nullable String contactName,
        @Nullable String phone,
        @Nullable String email,
        String address,
        @Nullable UUID tariffId,
        @Nullable String comment,
        @Nullable Boolean consent,
        @Nullable String locale) {}
