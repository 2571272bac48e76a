package uplink.notification.control.sms;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uplink.shared.Settings;

/**
 * How a gateway wants to be asked, and how it says that it has the message.
 *
 * @param method GET with the parameters in the address, or POST
 * @param json whether a POST carries JSON rather than a form
 * @param fixed what is sent each time: the account
 * @param authorization the header of that name; empty: none
 * @param accepted the statuses that mean yes
 * @param idPointer where the gateway's id is in its answer (RFC 6901); empty: nowhere, and the status alone says yes
 * @param errorPointer where its answer says why not; empty: nowhere
 * @param errorsForGood what stands there when the message is at fault; empty: whatever stands there
 * @param plus whether numbers are sent with their +
 */
record HttpSmsSettings(
        URI url,
        String method,
        boolean json,
        Names names,
        Map<String, String> fixed,
        String authorization,
        Set<Integer> accepted,
        String idPointer,
        String errorPointer,
        Set<String> errorsForGood,
        boolean plus,
        Duration patience) {

    /**
     * What the gateway calls them.
     *
     * @param key of our id, by which it recognises a repetition; empty: it does not
     */
    record Names(String to, String text, String from, String key) {}

    HttpSmsSettings {
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new IllegalArgumentException("UPLINK_SMS_HTTP_URL must be https://…");
        }
        if (!method.equals("GET") && !method.equals("POST")) {
            throw new IllegalArgumentException("UPLINK_SMS_HTTP_METHOD: GET or POST");
        }
        if (Stream.of(idPointer, errorPointer).anyMatch(pointer -> !pointer.isEmpty() && !pointer.startsWith("/"))) {
            throw new IllegalArgumentException("UPLINK_SMS_HTTP_ID and _ERROR are JSON pointers: /like/this");
        }
    }

    static HttpSmsSettings configured() {
        return new HttpSmsSettings(
                URI.create(Settings.text("UPLINK_SMS_HTTP_URL", "")),
                Settings.text("UPLINK_SMS_HTTP_METHOD", "POST"),
                isJson(Settings.text("UPLINK_SMS_HTTP_FORMAT", "form")),
                new Names(
                        Settings.text("UPLINK_SMS_HTTP_TO", "to"),
                        Settings.text("UPLINK_SMS_HTTP_TEXT", "text"),
                        Settings.text("UPLINK_SMS_HTTP_FROM", "from"),
                        Settings.text("UPLINK_SMS_HTTP_KEY", "")),
                fixed(Settings.text("UPLINK_SMS_HTTP_FIXED", "")),
                Settings.text("UPLINK_SMS_HTTP_AUTHORIZATION", ""),
                statuses(Settings.text("UPLINK_SMS_HTTP_OK", "200,201,202")),
                Settings.text("UPLINK_SMS_HTTP_ID", ""),
                Settings.text("UPLINK_SMS_HTTP_ERROR", ""),
                words(Settings.text("UPLINK_SMS_HTTP_FOR_GOOD", "")),
                Settings.flag("UPLINK_SMS_HTTP_PLUS"),
                Duration.ofSeconds(Settings.number("UPLINK_SMS_HTTP_SECONDS", 10)));
    }

    private static boolean isJson(String format) {
        return switch (format) {
            case "form" -> false;
            case "json" -> true;
            default -> throw new IllegalArgumentException("UPLINK_SMS_HTTP_FORMAT: form or json");
        };
    }

    /** As in an address: {@code login=a&password=b%26c}. */
    static Map<String, String> fixed(String query) {
        Map<String, String> fixed = new LinkedHashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("UPLINK_SMS_HTTP_FIXED: name=value&name=value");
            }
            fixed.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return fixed;
    }

    static Set<Integer> statuses(String list) {
        return words(list).stream().map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    static Set<String> words(String list) {
        return Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    /** Without what may be secret in it. */
    String address() {
        return url.getScheme() + "://" + url.getAuthority().replaceAll(".*@", "");
    }
}
