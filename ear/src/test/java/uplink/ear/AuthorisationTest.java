package uplink.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation of the API's document × everybody who may come: made from the document, so that a new endpoint is in
 * it without being named. What each role may is read from the sign-in's answer; a permission that somebody does not have
 * must be refused before anything else is looked at.
 */
class AuthorisationTest {

    private static final String JSON_TYPE = "application/json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PEOPLE = List.of("admin", "operator", "tech", "accountant", "customer1");
    private static final Set<Integer> LET_IN = Set.of(200, 201, 202, 204, 400, 404, 409, 415, 422);
    /** Machines that prove who they are in ways of their own; to everybody else there is nothing. */
    private static final Set<String> MACHINES = Set.of("GET /api/v1/gateways/osmp", "GET /api/v1/gateways/sms/report");
    /** There for some payments: those by which money has come. */
    private static final Set<String> BY_STATE =
            Set.of("GET /api/v1/billing/payments/{id}/pdf", "GET /api/v1/admin/payments/{id}/pdf");

    /** They end what the tests are done with. */
    private static final Set<String> NOT_CALLED = Set.of("POST /api/v1/auth/logout", "DELETE /api/v1/auth/sessions");

    private record Operation(String method, String path, String permission, String mediaType) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private record Person(String name, @Nullable String token, Set<String> permissions) {
        boolean may(String permission) {
            return switch (permission) {
                case "anyone" -> true;
                case "signed-in", "mfa-enrolment" -> token != null;
                default -> permissions.contains(permission);
            };
        }
    }

    private final LiveUplink uplink = LiveUplink.shared();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestFactory
    Stream<DynamicTest> everyOperationForEverybody() throws Exception {
        List<Person> people = people();
        return operations().stream()
                .filter(operation -> !NOT_CALLED.contains(operation.toString()))
                .flatMap(operation -> people.stream()
                        .map(person -> DynamicTest.dynamicTest(
                                person.name() + ": " + operation, () -> checkOne(operation, person))));
    }

    /** Lists and details with real things in them, so that whole answers are held against the document. */
    @TestFactory
    Stream<DynamicTest> everyReadAnswersWhatTheDocumentSays() throws Exception {
        Person admin = people().get(1);
        Person customer = people().stream()
                .filter(p -> p.name().equals("customer1"))
                .findFirst()
                .orElseThrow();
        Map<String, String> ids = new HashMap<>();
        List<Operation> reads = operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation -> !MACHINES.contains(operation.toString()))
                .toList();
        for (Operation list : reads) {
            if (!list.path().contains("{")) {
                first(list, list.permission().startsWith("self:") ? customer : admin)
                        .ifPresent(id -> ids.put(list.path(), id));
            }
        }
        return reads.stream()
                .filter(read -> !read.path().contains("{") || ids.containsKey(listOf(read)))
                .filter(read ->
                        read.path().indexOf('{') == read.path().lastIndexOf('{')) // parts of parts have no list here
                .map(read -> DynamicTest.dynamicTest(read.toString(), () -> {
                    Person reader = read.permission().startsWith("self:") ? customer : admin;
                    String path = read.path().replaceFirst("\\{[^}]*}", ids.getOrDefault(listOf(read), ""));
                    int status = get(path, reader.token()).statusCode();
                    assertTrue(
                            status == 200 || status == 409 && BY_STATE.contains(read.toString()), read + " " + status);
                }));
    }

    /** A token that has just expired opens nothing, whoever it was made for. */
    @TestFactory
    Stream<DynamicTest> anExpiredTokenOpensNothing() throws Exception {
        String expired = new TokenForge(uplink, people().get(1).token()).expired();
        return operations().stream()
                .filter(operation -> !operation.permission().equals("anyone"))
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    String path = filled(operation, UUID.randomUUID().toString());
                    assertEquals(
                            401,
                            call(operation.method(), path, expired, operation.mediaType(), body(operation))
                                    .statusCode());
                }));
    }

    /** What belongs to another customer is answered, word for word, like what nobody has. */
    @TestFactory
    Stream<DynamicTest> anotherCustomersThingsAreNotThere() throws Exception {
        Person owner = person("customer1");
        Person other = person("customer2");
        List<Operation> own = operations().stream()
                .filter(operation -> operation.permission().startsWith("self:")
                        || operation.permission().equals("signed-in"))
                .toList();
        Map<String, String> ids = new HashMap<>();
        for (Operation list : own) {
            if (list.method().equals("GET") && !list.path().contains("{")) {
                first(list, owner).ifPresent(id -> ids.put(list.path(), id));
            }
        }
        List<Operation> withIds = own.stream()
                .filter(operation -> ids.containsKey(listOf(operation)))
                .filter(operation -> operation.path().contains("{"))
                .toList();
        assertTrue(withIds.size() >= 4, "operations on somebody's things: " + withIds);
        return withIds.stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    String foreign = answer(operation, ids.get(listOf(operation)), other);
                    assertEquals(answer(operation, UUID.randomUUID().toString(), other), foreign);
                    assertTrue(operation.method().equals("GET") ? foreign.startsWith("404") : true, foreign);
                }));
    }

    private String answer(Operation operation, String id, Person by) throws Exception {
        HttpResponse<String> answer =
                call(operation.method(), filled(operation, id), by.token(), operation.mediaType(), body(operation));
        assertTrue(Set.of(400, 404, 422).contains(answer.statusCode()), answer.statusCode() + answer.body());
        return answer.statusCode()
                + answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "").replace(id, "ID");
    }

    private static String filled(Operation operation, String id) {
        return operation.path().replaceAll("\\{[^}]*}", id);
    }

    private static @Nullable String body(Operation operation) {
        return Set.of("POST", "PUT", "PATCH").contains(operation.method()) ? "{}" : null;
    }

    private static String listOf(Operation read) {
        return read.path().replaceFirst("/\\{.*", "");
    }

    private Optional<String> first(Operation list, Person reader) throws Exception {
        HttpResponse<String> answer = get(list.path(), reader.token());
        boolean isJson = answer.headers().firstValue("Content-Type").orElse("").startsWith(JSON_TYPE);
        if (answer.statusCode() != 200 || !isJson) {
            return Optional.empty();
        }
        JsonNode body = JSON.readTree(answer.body());
        assertFalse(body.isArray(), list + " answers a bare array: lists are {items, nextCursor}");
        JsonNode item = body.path("items").path(0);
        return Optional.ofNullable(item.path("id").textValue());
    }

    private void checkOne(Operation operation, Person person) throws Exception {
        String path = filled(operation, UUID.randomUUID().toString());
        HttpResponse<String> answer =
                call(operation.method(), path, person.token(), operation.mediaType(), body(operation));
        if (person.may(operation.permission())) {
            boolean signIn = operation.permission().equals("anyone") && answer.statusCode() == 401;
            assertTrue(signIn || LET_IN.contains(answer.statusCode()), answer.statusCode() + " " + answer.body());
        } else {
            assertEquals(person.token() == null ? 401 : 403, answer.statusCode(), answer.body());
            assertFalse(answer.body().contains("\"errors\""), "no word about the body: " + answer.body());
        }
    }

    private HttpResponse<String> get(String path, @Nullable String token) throws Exception {
        return call("GET", path, token, JSON_TYPE, null);
    }

    private HttpResponse<String> call(
            String method, String path, @Nullable String token, String mediaType, @Nullable String body)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uplink.url() + path))
                .header("Content-Type", mediaType)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpRequest sent = request.build();
        HttpResponse<String> answer = http.send(sent, HttpResponse.BodyHandlers.ofString());
        uplink.contract().check(sent, answer);
        return answer;
    }

    private List<Person> people() throws Exception {
        List<Person> people = new ArrayList<>();
        people.add(new Person("nobody", null, Set.of()));
        for (String name : PEOPLE) {
            people.add(person(name));
        }
        return people;
    }

    private Person person(String name) throws Exception {
        JsonNode answer =
                JSON.readTree(DemoStaff.signIn(uplink, name + "@demo.uplink").body());
        Set<String> permissions = new HashSet<>();
        answer.path("user").path("permissions").forEach(code -> permissions.add(code.asText()));
        return new Person(name, answer.path("accessToken").asText(), permissions);
    }

    private static String mediaType(JsonNode operation) {
        var types = operation.path("requestBody").path("content").fieldNames();
        return types.hasNext() ? types.next() : JSON_TYPE;
    }

    private List<Operation> operations() throws Exception {
        JsonNode document = JSON.readTree(get("/openapi?format=json", null).body());
        List<Operation> all = new ArrayList<>();
        document.path("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(operation -> all.add(new Operation(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        operation.getValue().path("x-permission").asText(),
                        mediaType(operation.getValue())))));
        assertTrue(all.size() > 60, "operations in the document: " + all.size());
        return all;
    }
}
