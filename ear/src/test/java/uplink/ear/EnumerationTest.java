package uplink.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nobody learns who has an account: the same words, status and headers, and the time alike. Times are medians of samples
 * taken in turn, and only a difference that comes back in each of three rounds counts: a missing password hash makes a
 * factor of ten, the machine's noise does not come back.
 */
class EnumerationTest {

    private static final int SAMPLES = 9;
    private static final double ALIKE = 1.8;
    private static final List<String> OF_EACH_ANSWER = List.of("x-request-id", "date", "etag");

    private final LiveUplink uplink = LiveUplink.shared();

    static Stream<Arguments> questions() {
        return Stream.of(
                Arguments.of("login", 401, (Function<String, Map<String, String>>)
                        email -> Map.of("email", email, "password", "not the password")),
                Arguments.of("register", 202, (Function<String, Map<String, String>>)
                        email -> Map.of("email", email, "password", "Correct-Horse-7", "fullName", "Пётр")),
                Arguments.of("password/forgot", 202, (Function<String, Map<String, String>>)
                        email -> Map.of("email", email)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void theAnswerIsTheSameAndTakesAsLong(String path, int status, Function<String, Map<String, String>> body) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            List<Long> known = new ArrayList<>();
            List<Long> unknown = new ArrayList<>();
            for (int i = 0; i < SAMPLES; i++) {
                String one = People.make(uplink, i % 2 == 0 ? "customer" : "operator");
                String other = nobody();
                boolean knownFirst = i % 2 == 0;
                HttpResponse<String> first =
                        ask(path, body.apply(knownFirst ? one : other), knownFirst ? known : unknown);
                HttpResponse<String> second =
                        ask(path, body.apply(knownFirst ? other : one), knownFirst ? unknown : known);
                assertEquals(status, first.statusCode(), first.body());
                assertEquals(said(first), said(second));
            }
            double ratio = (double) median(known) / median(unknown);
            ratios.add(ratio);
            if (ratio < ALIKE && ratio > 1 / ALIKE) {
                return;
            }
        }
        assertTrue(false, path + " takes another time for somebody who has an account: " + ratios);
    }

    /** Who has been tried too often hears what everybody hears, and is answered at the same speed. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void oneWhoWasTriedTooOftenIsNoExceptionEither(
            String path, int status, Function<String, Map<String, String>> body) {
        String known = People.make(uplink, "customer");
        String unknown = nobody();
        for (int i = 0; i < 11; i++) {
            ask("login", Map.of("email", known, "password", "guess " + i), new ArrayList<>());
            ask("login", Map.of("email", unknown, "password", "guess " + i), new ArrayList<>());
        }
        assertEquals(
                said(ask(path, body.apply(known), new ArrayList<>())),
                said(ask(path, body.apply(unknown), new ArrayList<>())));
    }

    private HttpResponse<String> ask(String path, Map<String, String> body, List<Long> nanos) {
        Api api = new Api(uplink);
        long begun = System.nanoTime();
        HttpResponse<String> answer = api.post("auth/" + path, body, null);
        nanos.add(System.nanoTime() - begun);
        return answer;
    }

    /** Everything that the asking side can see, but for the names of the request. */
    private static Map<String, Object> said(HttpResponse<String> answer) {
        Map<String, Object> all = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> {
            if (!OF_EACH_ANSWER.contains(name) && !name.startsWith("ratelimit")) {
                all.put(name, values);
            }
        });
        all.put("status", answer.statusCode());
        all.put("body", answer.body().replaceAll("\"requestId\":\"[^\"]*\"", ""));
        return all;
    }

    private static String nobody() {
        return "nobody-" + UUID.randomUUID() + "@example.org";
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
