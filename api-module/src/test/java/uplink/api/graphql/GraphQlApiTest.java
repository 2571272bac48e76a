package uplink.api.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.api.json.ApiJson;
import uplink.billing.invoice.boundary.InvoiceKind;
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.billing.invoice.boundary.InvoiceStatus;
import uplink.billing.invoice.boundary.InvoiceSummary;
import uplink.billing.invoice.boundary.Invoices;
import uplink.billing.ledger.boundary.Balance;
import uplink.billing.ledger.boundary.Ledger;
import uplink.billing.run.boundary.NextCharges;
import uplink.billing.subscription.boundary.EventKind;
import uplink.billing.subscription.boundary.PlannedChange;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.billing.subscription.boundary.Suspension;
import uplink.customer.boundary.Customers;
import uplink.network.boundary.CustomerOutage;
import uplink.network.boundary.OutageStatus;
import uplink.network.boundary.Outages;
import uplink.notification.boundary.Notifications;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Page;
import uplink.shared.PageRequest;

/** The schema over boundaries that only count: what is asked, how often, and what is not even looked at. */
class GraphQlApiTest {

    private static final UUID CUSTOMER = Ids.next();
    private static final BigDecimal TEN = new BigDecimal("10.00");

    private final AtomicInteger pages = new AtomicInteger();
    private final AtomicInteger batches = new AtomicInteger();
    private final AtomicInteger balances = new AtomicInteger();
    private final GraphQlApi api = new GraphQlApi(new Fetchers(
            new Customers(),
            new Ledger() {
                @Override
                public Balance ownBalance() {
                    balances.incrementAndGet();
                    return new Balance(CUSTOMER, TEN, TEN, TEN, TEN, "RUB", 1, LocalDate.of(2026, 12, 1));
                }
            },
            new NextCharges(),
            new Subscriptions() {
                @Override
                public List<SubscriptionRow> mine() {
                    return List.of(service());
                }
            },
            new CountedInvoices(),
            new Notifications(),
            new Outages() {
                @Override
                public Optional<CustomerOutage> own() {
                    return Optional.of(new CustomerOutage(
                            CUSTOMER, OutageStatus.CURRENT, "Тверь, Мира, 12", "Обрыв", "Cut", Instant.EPOCH, null));
                }
            }));

    @Test
    void theOutageIsToldInTheReadersLanguage() {
        JsonNode outage =
                ask("{ outage { status address reason since expectedEnd } }").at("/data/outage");
        assertEquals("Cut", outage.path("reason").asText());
        assertEquals("current", outage.path("status").asText());
        assertEquals("1970-01-01T00:00:00Z", outage.path("since").asText());
        assertTrue(outage.path("expectedEnd").isNull());
    }

    @Test
    void aPageOfInvoicesReadsAllItsLinesAtOnce() {
        JsonNode answer =
                ask("{ invoices(limit: 20) { items { number kind amount dueDate lines { title amount } } } }");
        assertFalse(answer.has("errors"), answer.toString());
        JsonNode items = answer.at("/data/invoices/items");
        assertEquals(20, items.size());
        assertEquals("credit_note", items.get(0).path("kind").asText());
        assertEquals("10.00", items.get(0).path("amount").asText());
        assertEquals("2026-12-01", items.get(0).path("dueDate").asText());
        assertEquals("Home", items.get(7).at("/lines/0/title").asText());
        assertEquals(1, pages.get());
        assertEquals(1, batches.get());
    }

    @Test
    void aServiceTellsWhatIsPlannedAndWhatItIsSoldWith() {
        JsonNode answer = ask(
                "{ services { status addonOf suspension { since cause debt currency } planned { id on kind tariffName price currency own status } } }",
                Map.of());
        assertFalse(answer.has("errors"), answer.toString());
        JsonNode service = answer.at("/data/services/0");
        assertEquals(CUSTOMER.toString(), service.path("addonOf").asText());
        assertEquals(
                Map.of("since", "2026-11-22", "cause", "broken_promise", "debt", "10.00", "currency", "RUB"),
                new ObjectMapper().convertValue(service.path("suspension"), Map.class));
        JsonNode planned = service.at("/planned/0");
        assertEquals("change", planned.path("kind").asText());
        assertEquals("2027-01-01", planned.path("on").asText());
        assertEquals("Home 300", planned.path("tariffName").asText());
        assertEquals("10.00", planned.path("price").asText());
        assertTrue(planned.path("own").asBoolean());
    }

    private static SubscriptionRow service() {
        PlannedChange planned = new PlannedChange(
                CUSTOMER,
                LocalDate.of(2027, 1, 1),
                EventKind.CHANGE,
                null,
                CUSTOMER,
                "Домашний 300",
                "Home 300",
                TEN,
                "RUB",
                true);
        return new SubscriptionRow(
                CUSTOMER,
                CUSTOMER,
                CUSTOMER,
                "1",
                CUSTOMER,
                "H",
                "Домашний",
                "Home",
                SubscriptionStatus.ACTIVE,
                LocalDate.of(2026, 1, 1),
                null,
                TEN,
                false,
                "RUB",
                "P1M",
                null,
                0,
                CUSTOMER,
                new Suspension(LocalDate.of(2026, 11, 22), Suspension.Cause.BROKEN_PROMISE, TEN, "RUB"),
                List.of(planned));
    }

    @Test
    void argumentsAndVariablesReachTheBoundary() {
        JsonNode answer = ask(
                "query Q($n: Int, $s: InvoiceStatus) { invoices(limit: $n, status: $s) { items { id status } nextCursor } }",
                Map.of("n", 3, "s", "overdue"));
        assertEquals(3, answer.at("/data/invoices/items").size(), answer.toString());
        assertEquals("overdue", answer.at("/data/invoices/items/0/status").asText());
    }

    @Test
    void aPartThatIsRefusedIsNullWithItsProblemAndTheRestIsThere() {
        JsonNode answer = ask(
                "{ balance { balance } invoice(id: \"01930d5e-7a00-7000-8000-5f1e0b9c2d11\") { number } x: invoice(id: \"1\") { id } }");
        assertEquals("10.00", answer.at("/data/balance/balance").asText());
        assertTrue(answer.at("/data/invoice").isNull());
        assertEquals(2, answer.path("errors").size());
        JsonNode error = answer.at("/errors/0");
        assertEquals("/problems/not-found", error.at("/extensions/type").asText());
        assertEquals(404, error.at("/extensions/status").asInt());
        assertEquals("request-1", error.at("/extensions/requestId").asText());
        assertEquals("[\"invoice\"]", error.path("path").toString());
        assertFalse(error.path("message").asText().isEmpty());
        assertEquals("[\"x\"]", answer.at("/errors/1/path").toString());
    }

    @Test
    void mistakesAreSaidInTheReadersLanguage() {
        JsonNode answer = ask("{ nonsense }", Map.of(), Locale.forLanguageTag("ru"));
        assertNull(answer.get("data"));
        assertEquals(
                "/problems/validation", answer.at("/errors/0/extensions/type").asText());
        assertTrue(answer.at("/errors/0/message").asText().startsWith("Запрос не соответствует схеме"));
        JsonNode limit = ask("{ invoices(limit: 101) { nextCursor } }");
        assertEquals("limit", limit.at("/errors/0/extensions/errors/0/field").asText(), limit.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ __schema { types { name } } }", "{ __type(name: \"Query\") { name } }"})
    void theSchemaIsAFileAndNoAnswer(String query) {
        JsonNode answer = ask(query);
        assertEquals(1, answer.path("errors").size(), answer.toString());
        assertTrue(answer.path("data").isMissingNode()
                || answer.at("/data/__schema").isMissingNode());
    }

    static Stream<Arguments> hostile() {
        String deep = "{ a ".repeat(3000) + "}".repeat(3000);
        String fields = "{ balance ".repeat(60) + "{ due }" + "}".repeat(60);
        String aliases = IntStream.range(0, 10_000)
                .mapToObj(i -> "a" + i + ": balance { due }")
                .collect(Collectors.joining(" ", "{ ", " }"));
        String some = IntStream.range(0, 45)
                .mapToObj(i -> "a" + i + ": balance { due }")
                .collect(Collectors.joining(" ", "{ ", " }"));
        String bomb = IntStream.range(0, 35)
                .mapToObj(i -> "fragment F" + i + " on Query { ...F" + (i + 1) + " ...F" + (i + 1) + " }")
                .collect(Collectors.joining(" ", "{ ...F0 } ", " fragment F35 on Query { balance { due } }"));
        return Stream.of(
                Arguments.of("deep nesting", deep),
                Arguments.of("deep nesting of known fields", fields),
                Arguments.of("10,000 aliases", aliases),
                Arguments.of("45 aliases of a question to the database", some),
                Arguments.of("the same field again", "{ " + "balance { due } ".repeat(45) + "}"),
                Arguments.of(
                        "a huge page twice",
                        "{ a: invoices(limit: 100) { items { id number amount tax status lines { id } } } b: invoices(limit: 100) { items { id number amount tax status lines { id } } } }"),
                Arguments.of(
                        "a limit beyond all numbers",
                        "{ invoices(limit: 99999999999999999999) { items { id number } nextCursor } }"),
                Arguments.of(
                        "a circle of fragments", "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }"),
                Arguments.of("a circle with fields", "{ ...A } fragment A on Query { invoices { items { id } } ...A }"),
                Arguments.of("doubling fragments", bomb),
                Arguments.of(
                        "nested inline fragments",
                        "{ " + "... { ".repeat(300) + "balance { due }" + " }".repeat(300) + " }"),
                Arguments.of("a huge string", "{ invoice(id: \"" + "x".repeat(100_000) + "\") { id } }"),
                Arguments.of("blanks", " ".repeat(100_000) + "{ balance { due } }"),
                Arguments.of("comments", "#\n".repeat(50_000) + "{ balance { due } }"),
                Arguments.of("directives", "{ balance " + "@skip(if: false) ".repeat(900) + "{ due } }"),
                Arguments.of(
                        "many operations",
                        IntStream.range(0, 45)
                                .mapToObj(i -> "query Q" + i + " { balance { due } }")
                                .collect(Collectors.joining(" "))),
                Arguments.of("nothing", ""),
                Arguments.of("a mutation", "mutation { pay }"),
                Arguments.of(
                        "a list within lists", "{ invoice(id: " + "[".repeat(5000) + "]".repeat(5000) + ") { id } }"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void whatIsTooMuchIsRefusedSoonAndAsksNobody(String name, String query) {
        JsonNode answer = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> ask(query));
        assertTrue(answer.path("errors").size() > 0, name + ": " + answer);
        assertTrue(answer.path("errors").size() <= 20, name);
        assertEquals(400, answer.at("/errors/0/extensions/status").asInt(), name + ": " + answer);
        assertEquals(0, balances.get() + pages.get() + batches.get(), name);
    }

    @Test
    void whatAClientReallyShowsIsAffordable() {
        JsonNode answer = ask(
                """
                { balance { balance due currency openInvoices nextDueDate }
                  invoices(limit: 20) { items { id number status amount currency dueDate lines { title amount explanation } } nextCursor } }""");
        assertFalse(answer.has("errors"), answer.toString());
    }

    private JsonNode ask(String query) {
        return ask(query, Map.of());
    }

    private JsonNode ask(String query, Map<String, @Nullable Object> variables) {
        return ask(query, variables, Locale.ENGLISH);
    }

    private JsonNode ask(String query, Map<String, @Nullable Object> variables, Locale reader) {
        return ApiJson.mapper()
                .valueToTree(api.execute(
                        new GraphQlRequest(query, null, variables, null), reader, "/api/graphql", "request-1"));
    }

    private final class CountedInvoices extends Invoices {
        @Override
        public Page<InvoiceSummary> ownPage(@Nullable InvoiceStatus status, PageRequest page) {
            pages.incrementAndGet();
            InvoiceStatus given = status == null ? InvoiceStatus.PAID : status;
            return Page.whole(IntStream.range(0, page.limit())
                    .mapToObj(i -> new InvoiceSummary(
                            Ids.next(),
                            "1" + i,
                            InvoiceKind.CREDIT_NOTE,
                            given,
                            TEN,
                            TEN,
                            TEN,
                            "RUB",
                            LocalDate.of(2026, 11, 1),
                            LocalDate.of(2026, 12, 1),
                            null,
                            CUSTOMER,
                            "Name",
                            "UL-1"))
                    .toList());
        }

        @Override
        public Map<UUID, List<InvoiceLine>> ownLines(Collection<UUID> ids, Locale reader) {
            batches.incrementAndGet();
            return ids.stream()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            id -> List.of(new InvoiceLine(
                                    CUSTOMER,
                                    null,
                                    "fee",
                                    "Home",
                                    LocalDate.of(2026, 11, 1),
                                    LocalDate.of(2026, 12, 1),
                                    30,
                                    30,
                                    TEN,
                                    TEN,
                                    TEN,
                                    TEN,
                                    "RUB",
                                    "because"))));
        }

        @Override
        public uplink.billing.invoice.boundary.InvoiceDetail own(UUID id, Locale reader) {
            throw BusinessException.notFound();
        }
    }
}
