package uplink.billing.rating.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.billing.rating.boundary.InvalidTimeline;
import uplink.billing.rating.boundary.SimulationRequest;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;

/** The simulator through its JSON, as the API sees it. */
class SimulatorTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static JsonNode simulate(String request) throws JsonProcessingException {
        SimulationRequest read = JSON.readValue(request.replace('\'', '"'), SimulationRequest.class);
        return JSON.valueToTree(Simulator.simulate(read, Locale.ENGLISH, Currency.getInstance("RUB")));
    }

    /** Targets with totals: {@code 2011-10-03=14.52}. */
    private static String totals(JsonNode answer) {
        return StreamSupport.stream(answer.get("invoices").spliterator(), false)
                .map(i -> i.get("target").asText() + "=" + i.get("total").asText())
                .collect(Collectors.joining(" "));
    }

    @Test
    void theExampleOfTheContract() throws JsonProcessingException {
        JsonNode answer = simulate(
                """
                {'currency':'USD','billingDay':15,'period':'P1M','timing':'advance','spread':'period',
                 'timeline':[{'date':'2011-09-01','event':'start','price':'10.00'}],
                 'targets':['2011-10-03']}""");
        JsonNode invoice = answer.get("invoices").get(0);
        assertEquals(1, answer.get("invoices").size());
        assertEquals("USD", answer.get("currency").asText());
        assertFalse(answer.has("quarantined"));
        assertEquals("14.52", invoice.get("total").asText());
        assertEquals("0.00", invoice.get("tax").asText());
        assertEquals("0.00", invoice.get("credited").asText());
        JsonNode line = invoice.get("lines").get(0);
        assertEquals(
                JSON.readTree(
                        """
                        {"kind":"recurring","from":"2011-09-01","to":"2011-09-15","days":14,"ofDays":31,
                         "price":"10.00","amount":"4.52","tax":"0.00","explanation":"x"}"""),
                ((com.fasterxml.jackson.databind.node.ObjectNode) line.deepCopy()).put("explanation", "x"));
        assertTrue(line.get("explanation").asText().startsWith("Subscription from September 1, 2011"));
        assertEquals("10.00", invoice.get("lines").get(1).get("amount").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'billingDay':13 | start@2011-02-01=31 | 2011-02-01 2011-02-13 2011-04-13 | 2011-02-01=12.00 2011-02-13=31.00 2011-04-13=62.00",
                "'billingDay':15 | start@2011-01-01=1000 cancel@2011-02-27 | 2011-01-01 2011-01-15 2011-02-27 | 2011-01-01=451.61 2011-01-15=1000.00 2011-02-27=428.57",
                "'billingDay':1 | start@2012-02-01=1000 cancel@2012-02-15 | 2012-02-15 | 2012-02-15=482.76",
                "'billingDay':1 | start@2011-09-01=10 | 2011-10-03 | 2011-10-03=20.00",
                "'billingDay':15 | start@2011-09-01=10 | 2011-10-03 2011-10-03 | 2011-10-03=14.52",
                "'billingDay':31 | start@2012-03-02=599.95 change@2012-03-31=29.95 | 2012-03-02 2012-03-31 | 2012-03-02=561.24 2012-03-31=29.95",
                "'period':'P1D' | start@2012-03-02=1 | 2012-03-02 2012-03-02 | 2012-03-02=1.00",
                "'billingDay':7 | start@2011-01-31=1000 cancel@2011-03-10 | 2011-03-10 | 2011-03-10=1322.58",
                "'billingDay':1 | start@2022-10-01=200 change@2022-10-20=100 fee@2022-10-20=30 | 2022-10-01 2022-10-20 | 2022-10-01=200.00 2022-10-20=-8.71",
                "'billingDay':1 | start@2023-04-01=249.95 pause@2023-04-16 | 2023-04-01 2023-04-16 2023-07-01 | 2023-04-01=249.95 2023-04-16=-124.98",
                "'first':'full','last':'free' | start@2023-04-15=30 cancel@2023-05-15 | 2023-04-15 2023-05-01 2023-05-15 | 2023-04-15=30.00 2023-05-01=30.00 2023-05-15=-30.00",
                "'tax':{'rate':'20','mode':'on-top'} | start@2023-04-01=10 | 2023-04-01 | 2023-04-01=12.00",
                "'tax':{'rate':'20'} | start@2023-04-01=10 | 2023-04-01 | 2023-04-01=10.00",
                "'discounts':[{'percent':'10','periods':3},{'amount':'50.00'}] | start@2023-01-01=100 | 2023-05-01 | 2023-05-01=220.00",
                "'spread':'daily' | start@2023-04-01=10 | 2023-04-01 2023-04-30 2023-05-01 2023-05-02 | 2023-05-01=10.00",
                "'spread':'daily' | start@2023-04-01=10 cancel@2023-04-11 | 2023-04-05 2023-04-11 2023-05-01 | 2023-04-11=3.33",
                "'timing':'arrears','period':'P3M' | start@2023-04-01=10 | 2023-06-30 2023-07-01 | 2023-07-01=10.00",
                "'billingDay':1 | start@2023-04-01=10 | 2023-05-01 2023-04-01 2023-05-01 | 2023-05-01=20.00",
                "'billingDay':1 | start@2023-04-01=31 cancel@2023-04-16 | 2023-04-20 2023-04-10 | 2023-04-20=15.50",
                "'currency':'JPY' | start@2023-03-15=100 | 2023-03-15 | 2023-03-15=55",
                "'billingDay':1 | start@2023-04-01=10 | 2023-03-31 | ''",
                "'tax':{'rate':'0'},'discounts':[{'percent':'0'},{'amount':'0'}] | start@2023-04-01=999999999999.99 | 2023-04-01 | 2023-04-01=999999999999.99",
                "'tax':{'rate':'100'},'discounts':[{'percent':'100'}] | start@2023-04-01=1 fee@2023-04-01=0 | 2023-04-01 | 2023-04-01=0.00",
            })
    void targetsInOrder(String terms, String timeline, String targets, String expected) throws JsonProcessingException {
        String days = "'" + String.join("','", targets.split(" ", -1)) + "'";
        JsonNode answer = simulate("{" + terms + ",'timeline':[" + events(timeline) + "],'targets':[" + days + "]}");
        assertEquals(expected, totals(answer));
    }

    private static String events(String timeline) {
        return java.util.Arrays.stream(timeline.split(" ", -1))
                .map(e -> {
                    String[] parts = e.split("[@=]", -1);
                    String field = parts[0].equals("fee") ? "amount" : "price";
                    String value = parts.length > 2 ? ",'" + field + "':'" + parts[2] + "'" : "";
                    return "{'event':'" + parts[0] + "','date':'" + parts[1] + "'" + value + "}";
                })
                .collect(Collectors.joining(","));
    }

    @Test
    void aCreditNoteSaysWhatItPutOnTheAccount() throws JsonProcessingException {
        JsonNode answer = simulate("{'timeline':[" + events("start@2022-10-01=200 change@2022-10-20=100")
                + "],'targets':['2022-10-01','2022-10-20'],'tax':{'rate':'20','mode':'included'}}");
        JsonNode note = answer.get("invoices").get(1);
        assertEquals("-38.71", note.get("total").asText());
        assertEquals("38.71", note.get("credited").asText());
        assertEquals("-6.45", note.get("tax").asText());
        assertEquals("adjustment", note.get("lines").get(0).get("kind").asText());
        assertEquals("200.00", note.get("lines").get(0).get("price").asText());
    }

    @Test
    void whatTheGuardStopsIsToldAndTheNextRunsGoOn() throws JsonProcessingException {
        String fees = IntStream.range(0, 16).mapToObj(i -> " fee@2022-10-05=1").collect(Collectors.joining());
        JsonNode answer = simulate("{'timeline':[" + events("start@2022-10-01=31" + fees)
                + "],'targets':['2022-10-01','2022-10-05','2022-11-01']}");
        assertEquals("2022-10-01=31.00", totals(answer));
        assertEquals(2, answer.get("quarantined").size());
        assertEquals(
                "2022-10-05", answer.get("quarantined").get(0).get("target").asText());
        assertEquals(
                "too-many-charges",
                answer.get("quarantined").get(0).get("reason").asText());
        assertTrue(answer.get("quarantined").get(0).get("detail").asText().contains("5 Oct 2022"));
    }

    @Test
    void aNewBillingDayAlone() throws JsonProcessingException {
        JsonNode answer = simulate(
                """
                {'billingDay':1,'timeline':[{'event':'start','date':'2022-10-01','price':'31','billingDay':1},
                 {'event':'change','date':'2022-10-20','billingDay':15}],'targets':['2022-10-01','2022-10-20']}""");
        assertEquals("2022-10-01=31.00 2022-10-20=14.00", totals(answer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'billingDay':1 | '' | -1 | NO_START",
                "'billingDay':1 | start@2022-10-01=1 cancel@2022-09-01 | 1 | END_BEFORE_START",
                "'billingDay':1 | start@2022-10-01=1 resume@2022-10-02 | 1 | RESUME_WITHOUT_PAUSE",
                "'billingDay':1 | pause@2022-10-01 start@2022-10-02=1 | 0 | BEFORE_START",
                "'billingDay':1 | start@2022-10-01=1 fee@2022-09-30=1 | 1 | BEFORE_START",
                "'billingDay':1 | fee@2022-10-01=1 | 0 | BEFORE_START",
                "'billingDay':1 | start@2022-10-01=1 start@2022-10-02=1 | 1 | SECOND_START",
                "'billingDay':1 | start@2022-10-01=1 cancel@2022-10-02 pause@2022-10-03 | 2 | AFTER_CANCEL",
                "'billingDay':1 | start@2022-10-01 | 0 | MISSING_TERMS",
                "'billingDay':1 | start@2022-10-01=1 change@2022-10-02 | 1 | MISSING_TERMS",
                "'billingDay':1 | start@2022-10-01=1 fee@2022-10-02 | 1 | MISSING_AMOUNT",
                "'billingDay':1 | start@2022-10-01=1 pause@2022-10-02=1 | 1 | UNEXPECTED_FIELD",
                "'billingDay':1 | start@2022-10-01=-1 | 0 | NEGATIVE_AMOUNT",
                "'billingDay':1 | start@2022-10-01=1 fee@2022-10-02=-1 | 1 | NEGATIVE_AMOUNT",
                "'billingDay':1 | start@2022-10-01=1.001 | 0 | AMOUNT_OUT_OF_RANGE",
                "'billingDay':1 | start@2022-10-01=1000000000000 | 0 | AMOUNT_OUT_OF_RANGE",
                "'currency':'JPY' | start@2022-10-01=0.5 | 0 | AMOUNT_OUT_OF_RANGE",
                "'billingDay':1 | start@2022-10-01=1 correction@2022-10-02 | 1 | UNKNOWN_EVENT",
                "'billingDay':0 | start@2022-10-01=1 | -1 | BILLING_DAY_OUT_OF_RANGE",
                "'billingDay':32 | start@2022-10-01=1 | -1 | BILLING_DAY_OUT_OF_RANGE",
                "'currency':'XXX' | start@2022-10-01=1 | -1 | UNKNOWN_CURRENCY",
                "'currency':'usd' | start@2022-10-01=1 | -1 | UNKNOWN_CURRENCY",
                "'tax':{} | start@2022-10-01=1 | -1 | INVALID_TAX",
                "'tax':{'rate':'-1'} | start@2022-10-01=1 | -1 | INVALID_TAX",
                "'tax':{'rate':'100.1'} | start@2022-10-01=1 | -1 | INVALID_TAX",
                "'discounts':[{}] | start@2022-10-01=1 | -1 | INVALID_DISCOUNT",
                "'discounts':[null] | start@2022-10-01=1 | -1 | INVALID_DISCOUNT",
                "'discounts':[{'percent':'1','amount':'1'}] | start@2022-10-01=1 | -1 | INVALID_DISCOUNT",
                "'discounts':[{'percent':'100.1'}] | start@2022-10-01=1 | -1 | INVALID_DISCOUNT",
                "'discounts':[{'percent':'-1'}] | start@2022-10-01=1 | -1 | INVALID_DISCOUNT",
                "'discounts':[{'amount':'-1'}] | start@2022-10-01=1 | -1 | INVALID_DISCOUNT",
                "'discounts':[{'amount':'1.001'}] | start@2022-10-01=1 | -1 | INVALID_DISCOUNT",
                "'discounts':[{'percent':'1','periods':0}] | start@2022-10-01=1 | -1 | INVALID_DISCOUNT",
                "'period':'P1D' | start@1950-10-01=1 | -1 | TOO_LARGE",
                "'spread':'daily' | start@1950-10-01=1 | -1 | TOO_LARGE",
            })
    void nonsenseIsRefusedWithTheEventToBlame(String terms, String timeline, int index, InvalidTimeline.Reason reason) {
        String events = timeline.isEmpty() ? "" : events(timeline);
        refused("{" + terms + ",'timeline':[" + events + "],'targets':['2022-12-01']}", index, reason);
    }

    private static void refused(String request, int index, InvalidTimeline.Reason reason) {
        InvalidTimeline refusal = assertThrows(InvalidTimeline.class, () -> simulate(request));
        assertEquals(reason, refusal.reason());
        assertEquals(index, refusal.index());
        BusinessException problem = refusal.asProblem();
        assertEquals(ProblemType.INVALID_TIMELINE, problem.type());
        assertEquals(index < 0 ? Map.of() : Map.of("index", index), problem.extensions());
    }

    @Test
    void whatIsMissingIsSaid() {
        String start = "'timeline':[{'event':'start','date':'2022-10-01','price':'1'}";
        refused("{}", -1, InvalidTimeline.Reason.NO_TARGETS);
        refused("{" + start + "]}", -1, InvalidTimeline.Reason.NO_TARGETS);
        refused("{" + start + "],'targets':[]}", -1, InvalidTimeline.Reason.NO_TARGETS);
        refused("{" + start + "],'targets':[null]}", -1, InvalidTimeline.Reason.TARGET_OUT_OF_RANGE);
        refused("{" + start + "],'targets':['3000-01-01']}", -1, InvalidTimeline.Reason.TARGET_OUT_OF_RANGE);
        refused("{'targets':['2022-10-01']}", -1, InvalidTimeline.Reason.NO_START);
        refused("{" + start + ",null],'targets':['2022-10-01']}", 1, InvalidTimeline.Reason.UNKNOWN_EVENT);
        refused(
                "{" + start + ",{'date':'2022-10-01'}],'targets':['2022-10-01']}",
                1,
                InvalidTimeline.Reason.UNKNOWN_EVENT);
        refused("{" + start + ",{'event':'pause'}],'targets':['2022-10-01']}", 1, InvalidTimeline.Reason.MISSING_DATE);
        String rest = ",'date':'2022-10-02'}],'targets':['2022-10-01']}";
        refused("{" + start + ",{'event':'pause','billingDay':3" + rest, 1, InvalidTimeline.Reason.UNEXPECTED_FIELD);
        refused("{" + start + ",{'event':'pause','text':'x'" + rest, 1, InvalidTimeline.Reason.UNEXPECTED_FIELD);
        refused("{" + start + ",{'event':'change','amount':'1'" + rest, 1, InvalidTimeline.Reason.UNEXPECTED_FIELD);
        refused(
                "{" + start + ",{'event':'change','billingDay':32" + rest,
                1,
                InvalidTimeline.Reason.BILLING_DAY_OUT_OF_RANGE);
    }

    @Test
    void muchIsPossibleAndTooMuchIsNot() throws JsonProcessingException {
        String days = IntStream.range(0, 1000)
                .mapToObj(i -> "'" + java.time.LocalDate.of(2020, 1, 1).plusDays(i) + "'")
                .collect(Collectors.joining(","));
        String request = "{'timeline':[" + events("start@2020-01-01=1") + "],'targets':[%s]}";
        assertEquals(33, simulate(request.formatted(days)).get("invoices").size());
        refused(request.formatted(days + ",'2023-01-01'"), -1, InvalidTimeline.Reason.TOO_LARGE);
        String discounts = "{'percent':'1'}" + ",{'amount':'0.01'}".repeat(9);
        String discounted = "{'timeline':[" + events("start@2020-01-01=1") + "],'targets':['2020-01-01'],'discounts':[";
        assertEquals("2020-01-01=0.90", totals(simulate(discounted + discounts + "]}")));
        refused(discounted + discounts + ",{'percent':'1'}]}", -1, InvalidTimeline.Reason.TOO_LARGE);
        String fees =
                IntStream.range(0, 1000).mapToObj(i -> " fee@2020-01-01=1").collect(Collectors.joining());
        refused(
                "{'timeline':[" + events("start@2020-01-01=1" + fees) + "],'targets':['2020-01-01']}",
                -1,
                InvalidTimeline.Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'timeline':[{'date':'2022-10-01','event':'start','price':10}]}",
                "{'timeline':[{'date':'2022-10-01','event':'start','price':'1e9'}]}",
                "{'timeline':[{'date':'2022-10-01','event':'start','price':'1e999999999'}]}",
                "{'timeline':[{'date':'2022-10-01','event':'start','price':''}]}",
                "{'timeline':[{'date':'2022-10-01','event':'start','price':'ten'}]}",
                "{'timeline':[{'date':'2022-10-01','event':'start','price':{}}]}",
                "{'timeline':[{'date':'2022-10-32','event':'start','price':'10'}]}",
                "{'timeline':[{'date':'2022-10-01','event':'begin','price':'10'}]}",
                "{'timeline':[{'date':'2022-10-01','event':'start','prise':'10'}]}",
                "{'period':'P2M'}",
                "{'timing':'ADVANCE'}",
                "{'unknown':1}"
            })
    void whatCannotBeReadIsMalformed(String request) {
        assertThrows(JsonProcessingException.class, () -> simulate(request));
    }
}
