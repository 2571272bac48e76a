package uplink.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.customer.boundary.ImportMode;
import uplink.customer.boundary.ImportRefusal;
import uplink.customer.boundary.ImportReport;
import uplink.customer.boundary.ImportStatus;

/** Files and rows that are not taken over, and what is said about them. */
class ImportRefusalsTest extends ImportCases {

    @Test
    void aKnownContractWithOtherDataIsRefusedAndNamesTheColumn() {
        imported("%s,phone\nИванов,D-%s,2026-01-01,+79160000001".formatted(HEADER, mark));
        ImportReport report = imported("%s,phone\nИванов,D-%s,2026-01-01,+79160000002".formatted(HEADER, mark));
        assertEquals(ImportStatus.REFUSED, report.status());
        assertEquals(List.of("2 phone customer.import.known-differs"), refusals(report));
    }

    @Test
    void everyWrongValueIsRefusedWithLineColumnAndReason() {
        ImportReport report = imported(
                """
                kind,full_name,inn,email,phone,locale,contract_number,signed_on,billing_day,city,street,house,tariff,\
                started_on,billed_to,price,opening_balance
                робот,,123,x,1,de,??,2026-02-30,32,Тверь,,1,нет,2026-01-02,2026-01-01,x,1.005
                """);
        assertEquals(ImportStatus.REFUSED, report.status());
        assertEquals(List.of(1, 0, 0, 1), counts(report));
        assertEquals(
                List.of(
                        "2 billed_to customer.import.billed-before-start",
                        "2 billing_day customer.billing-day",
                        "2 contract_number customer.contract.number",
                        "2 email customer.email",
                        "2 full_name shared.validation.required",
                        "2 inn customer.inn",
                        "2 kind customer.import.kind",
                        "2 locale customer.locale",
                        "2 opening_balance customer.import.amount",
                        "2 phone customer.phone",
                        "2 price customer.import.amount",
                        "2 signed_on customer.import.date",
                        "2 street shared.validation.required",
                        "2 tariff customer.import.tariff"),
                refusals(report));
        for (ImportRefusal refusal : imports.refusals(report.id(), 0, 100)) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("ru"))) {
                String words = refusal.message().in(locale);
                assertTrue(words.length() > 3 && !words.contains(refusal.reason()), words);
            }
        }
    }

    @Test
    void rowsMustAgreeWithEachOther() {
        ImportReport report = imported(
                """
                customer_key,%1$s,billing_day,tariff,opening_balance
                k1,Иванов,G1-%2$s,2026-01-01,1,%3$s,100
                k1,Иванова,G2-%2$s,2026-01-01,1,,
                k1,Иванов,G1-%2$s,2026-01-01,2,,
                k1,Иванов,G1-%2$s,2026-01-01,1,%3$s,
                k1,Иванов,G3-%2$s,2026-01-01,1,,200
                k2,Петров,G1-%2$s,2026-01-01,1,,
                """
                        .formatted(HEADER, mark, tariff));
        assertEquals(
                List.of(
                        "3 full_name customer.import.customer-differs",
                        "4 contract_number customer.import.contract-differs",
                        "5 tariff customer.import.twice",
                        "6 opening_balance customer.import.balance-differs",
                        "7 contract_number customer.import.contract-differs"),
                refusals(report));
        assertEquals(
                "Абонент описан иначе, чем в строке 2.",
                imports.refusals(report.id(), 0, 1).get(0).message().in(Locale.forLanguageTag("ru")));
    }

    @Test
    void aFileWithARefusedRowWritesNothing() {
        ImportReport report = imported("%1$s\nИванов,H1-%2$s,2026-01-01\nПетров,H2-%2$s,вчера".formatted(HEADER, mark));
        assertEquals(ImportStatus.REFUSED, report.status());
        assertEquals(0, found("H1-" + mark).size());
    }

    @Test
    void goodRowsAreWrittenWhenAskedForButACustomerOnlyWhole() {
        ImportReport report = imported(
                ("customer_key,%1$s\n,Иванов,J1-%2$s,2026-01-01\nk,Петров,J2-%2$s,2026-01-01\nk,Петров,J3-%2$s,вчера"
                                + "\n,Лишний,J4-%2$s,2026-01-01,лишнее")
                        .formatted(HEADER, mark)
                        .getBytes(StandardCharsets.UTF_8),
                ImportMode.GOOD_ROWS,
                false);
        assertEquals(ImportStatus.COMPLETED, report.status());
        assertEquals(List.of(4, 1, 0, 3), counts(report));
        assertEquals(
                List.of(
                        "3 customer_key customer.import.together",
                        "4 signed_on customer.import.date",
                        "5  customer.import.width"),
                refusals(report));
        assertEquals(1, found("J1-" + mark).size());
        assertEquals(0, found("J2-" + mark).size());
    }

    @Test
    void aHeaderThatIsNotUnderstoodIsRefused() {
        ImportReport report = imported("full_name,цвет,full_name\nИванов,синий,Иванов");
        assertEquals(ImportStatus.REFUSED, report.status());
        assertEquals(
                List.of(
                        "1 contract_number customer.import.missing-column",
                        "1 full_name customer.import.duplicate-column",
                        "1 signed_on customer.import.missing-column",
                        "1 цвет customer.import.unknown-column"),
                refusals(report));
    }

    @Test
    void aQuoteThatNeverEndsIsRefusedWhereItBegins() {
        ImportReport report = imported(
                "%1$s\nИванов,L1-%2$s,2026-01-01\n\"Петров,L2-%2$s,2026-01-01\n"
                        .formatted(HEADER, mark)
                        .getBytes(StandardCharsets.UTF_8),
                ImportMode.GOOD_ROWS,
                false);
        assertEquals(ImportStatus.REFUSED, report.status());
        assertTrue(refusals(report).get(0).endsWith("customer.import.unreadable"));
        assertEquals(0, found("L1-" + mark).size());
    }

    @Test
    void aQuotedValueMayHaveLinesAndTheNextRowsKeepTheirNumbers() {
        ImportReport report =
                imported("%s\n\"Иванов\nПётр\",M1-%s,2026-01-01\n\nПетров,M2,никогда".formatted(HEADER, mark));
        assertEquals(List.of("5 signed_on customer.import.date"), refusals(report));
    }

    @Test
    void aClosedCustomerGetsNoNewContract() {
        imported("customer_key,%s\nk,Закрытый,CC1-%s,2026-01-01".formatted(HEADER, mark));
        UUID id = customer("CC1-" + mark).id();
        desk.boundaries.sql().update("update customers set status = 'closed' where id = ?", id);
        ImportReport report =
                imported("customer_key,%1$s\nk,Закрытый,CC1-%2$s,2026-01-01\nk,Закрытый,CC2-%2$s,2026-05-01"
                        .formatted(HEADER, mark));
        assertEquals(ImportStatus.REFUSED, report.status());
        assertEquals(List.of("3 customer_key customer.import.closed-customer"), refusals(report));
        assertEquals(List.of(), found("CC2-" + mark));
    }
}
