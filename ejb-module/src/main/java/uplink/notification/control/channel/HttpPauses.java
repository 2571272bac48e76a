package uplink.notification.control.channel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import uplink.shared.HttpTalk;
import uplink.shared.SystemTime;

/** For how long a server wants to be left alone: {@code Retry-After}, in seconds or as a date (RFC 9110, 10.2.3). */
final class HttpPauses {

    private HttpPauses() {}

    /** Empty when it does not say. */
    static Optional<Duration> of(HttpTalk.Answer answer) {
        return answer.headers().firstValue("Retry-After").map(String::strip).flatMap(HttpPauses::read);
    }

    private static Optional<Duration> read(String said) {
        if (said.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(said)));
        }
        try {
            ZonedDateTime at = ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(SystemTime.now(), at.toInstant());
            return wait.isNegative() ? Optional.empty() : Optional.of(wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
