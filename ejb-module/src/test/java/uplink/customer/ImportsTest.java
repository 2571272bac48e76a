package uplink.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.billing.subscription.boundary.NewFeeCharge;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.catalog.boundary.Audience;
import uplink.catalog.boundary.NewTariff;
import uplink.catalog.boundary.NewTariffVersion;
import uplink.catalog.boundary.TariffKind;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.ImportMode;
import uplink.customer.boundary.ImportReport;
import uplink.customer.boundary.ImportStatus;
import uplink.shared.Coded;
import uplink.shared.SystemTime;
import uplink.testing.Desk;

class ImportsTest extends ImportCases {

    @Test
    void aRowIsACustomerWithAContractAnAddressASubscriptionAndABalance() {
        ImportReport report = imported(
                """
                kind;full_name;inn;email;phone;locale;contract_number;signed_on;billing_day;region;city;street;house;\
                flat;tariff;started_on;billed_to;price;opening_balance
                person;"Ёлкина; Анна ''Нюра''";500100732259;anna@example.org;8 (916) 123-45-67;en;A-%1$s;01.02.2025;15;\
                Московская область;Химки;ул. Мира;5;12;%2$s;2025-03-01;2026-11-15;450,00;-1 234,56
                """
                        .replace("''", "\"\"")
                        .formatted(mark, tariff));
        assertEquals(ImportStatus.COMPLETED, report.status());
        assertEquals(List.of(1, 1, 0, 0), counts(report));
        CustomerDetail customer = customer("A-" + mark);
        assertEquals("Ёлкина; Анна \"Нюра\"", customer.fullName());
        assertEquals("+79161234567", customer.phone());
        assertEquals("en", customer.locale());
        assertEquals(new BigDecimal("-1234.56"), customer.balance());
        assertEquals(LocalDate.of(2025, 2, 1), customer.contracts().get(0).signedOn());
        assertEquals(15, customer.contracts().get(0).billingDay());
        assertEquals(
                "Химки, ул. Мира, 5-12", customer.contracts().get(0).address().line());
        var subscription = desk.subscriptions.ofCustomer(customer.id()).get(0);
        assertEquals(new BigDecimal("450.00"), subscription.price());
        assertEquals(LocalDate.of(2025, 3, 1), subscription.startedOn());
        assertEquals(LocalDate.of(2026, 11, 15), subscription.chargedTo());
        assertEquals(
                LocalDate.of(2026, 11, 15),
                desk.subscriptions.history(subscription.id()).get(0).on());
        assertEquals(
                "2026-11-20 opening 1234.56",
                desk.boundaries
                        .sql()
                        .first(
                                """
                                select concat_ws(' ', t.effective_on, t.type, t.amount) from transactions t
                                join ledger_accounts o on o.id = t.credit_account and o.code = 'opening'
                                where t.debit_account = ?""",
                                row -> row.getString(1),
                                customer.id())
                        .orElseThrow());
        balancesMatchTheLedger();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,','", "windows-1251,;", "UTF-8,TAB", "windows-1251,TAB"})
    void encodingAndSeparatorAreFoundOut(String charset, String separator) {
        String by = separator.equals("TAB") ? "\t" : separator;
        String text =
                "ФИО%1$sномер договора%1$sДата договора\nЩукин Эраст Ёж%1$sE-%2$s%1$s2026-01-01\n".formatted(by, mark);
        ImportReport report = imported(text.getBytes(Charset.forName(charset)), ImportMode.ALL_OR_NOTHING, false);
        assertEquals(List.of(1, 1, 0, 0), counts(report));
        assertEquals("Щукин Эраст Ёж", customer("E-" + mark).fullName());
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() {
        byte[] bytes =
                ("\uFEFF" + HEADER + "\r\nИванов,B-" + mark + ",2026-01-01\r\n").getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of(1, 1, 0, 0), counts(imported(bytes, ImportMode.ALL_OR_NOTHING, false)));
    }

    @Test
    void theSameFileTwiceAddsNothing() {
        String text =
                """
                customer_key,full_name,phone,contract_number,signed_on,city,street,house,tariff,started_on,opening_balance
                k1,Иванов,89160000001,C1-%1$s,2026-01-01,Тверь,Мира,1,%2$s,2026-02-01,100.00
                k1,Иванов,89160000001,C1-%1$s,2026-01-01,Тверь,Мира,1,%2$s,2026-03-01,
                k1,Иванов,89160000001,C2-%1$s,2026-01-01,Тверь,Мира,2,,,100
                ,Петров,,C3-%1$s,2026-01-01,,,,,,
                """
                        .formatted(mark, tariff);
        assertEquals(List.of(4, 4, 0, 0), counts(imported(text)));
        assertEquals(2, customer("C1-" + mark).contracts().size());
        assertEquals(
                2, desk.subscriptions.ofCustomer(customer("C1-" + mark).id()).size());
        desk.boundaries.today(TODAY.plusDays(3));
        assertEquals(List.of(4, 0, 4, 0), counts(imported(text)));
        assertEquals(new BigDecimal("100.00"), customer("C1-" + mark).balance());
        balancesMatchTheLedger();
    }

    @Test
    void aNewContractOfAKnownCustomerIsAdded() {
        imported("customer_key,%s\nk,Иванов,F1-%s,2026-01-01".formatted(HEADER, mark));
        ImportReport report = imported(
                "customer_key,%1$s\nk,Иванов,F1-%2$s,2026-01-01\nk,Иванов,F2-%2$s,2026-05-01".formatted(HEADER, mark));
        assertEquals(List.of(2, 1, 1, 0), counts(report));
        assertEquals(2, customer("F2-" + mark).contracts().size());
    }

    @Test
    void aDryRunTellsAndWritesNothing() {
        ImportReport report = imported(
                "%s\nИванов,K-%s,2026-01-01".formatted(HEADER, mark).getBytes(StandardCharsets.UTF_8),
                ImportMode.ALL_OR_NOTHING,
                true);
        assertEquals(ImportStatus.COMPLETED, report.status());
        assertEquals(List.of(1, 1, 0, 0), counts(report));
        assertEquals(0, found("K-" + mark).size());
    }

    @Test
    void theNumberSeriesStaysAheadOfImportedNumbers() {
        long next = desk.boundaries.sql().number("select next_value from number_series where series = 'contract'");
        imported("%s\nИванов,UL-%d,2026-01-01".formatted(HEADER, next + 500));
        assertEquals("UL-" + (next + 501), desk.customer("Следующий", 1).contractNumber());
    }

    @Test
    void theDemoBaseIsImportedWithoutARefusal() throws IOException {
        createDemoTariffs();
        String customers = resource("/db/demo/customers.csv");
        ImportReport report = imported(customers);
        assertEquals(List.of(), refusals(report));
        assertEquals(ImportStatus.COMPLETED, report.status());
        assertEquals(customers.lines().count() - 1, report.added());
    }

    @Test
    void theSampleOfTheOperatorGuideIsRight() throws IOException {
        createDemoTariffs();
        ImportReport report = imported(Files.readString(Path.of("../docs/operator-guide/import-sample.csv")));
        assertEquals(List.of(), refusals(report));
        assertEquals(List.of(5, 5, 0, 0), counts(report));
    }

    /** The time itself is asserted loosely: machines differ. */
    @Test
    void manyRowsTakeSeconds() {
        int rows = Integer.getInteger("uplink.test.import-rows", 5_000);
        String text = java.util.stream.IntStream.range(0, rows)
                .mapToObj(i -> "Фамилия%d Имя,+7916%07d,R%d-%s,2026-01-01,Тверь,ул. Мира,%d,%d,%s,2026-10-01,%d.50"
                        .formatted(i, i, i, mark, i % 200, i % 90, tariff, i % 1000 - 500))
                .collect(Collectors.joining(
                        "\n",
                        "full_name,phone,contract_number,signed_on,city,street,house,flat,tariff,started_on,opening_balance\n",
                        "\n"));
        long began = SystemTime.millis();
        ImportReport report = imported(text);
        long took = SystemTime.millis() - began;
        assertEquals(List.of(rows, rows, 0, 0), counts(report));
        assertTrue(took < 60_000, "took " + took + " ms");
        balancesMatchTheLedger();
    }

    @Test
    void whatIsTakenOverCanBeChargedAFeeBeforeTheDayItIsBilledTo() {
        imported("%s,tariff,started_on,billed_to,price\nFee,FE-%s,2026-01-01,%s,2026-01-01,2026-12-01,450.00\n"
                .formatted(HEADER, mark, tariff));
        var subscription =
                desk.subscriptions.ofCustomer(customer("FE-" + mark).id()).get(0);
        assertEquals(new BigDecimal("450.00"), subscription.price());
        assertTrue(subscription.ownPrice());
        UUID id = desk.subscriptions
                .ofCustomer(customer("FE-" + mark).id())
                .get(0)
                .id();
        NewFeeCharge fee = new NewFeeCharge(TODAY, null, new BigDecimal("300.00"), "Выезд мастера", null);
        assertEquals(
                TODAY,
                desk.boundaries.call(() -> desk.subscriptions.addFee(id, fee)).on());
        refused("2026-12-01", () -> desk.subscriptions.cancel(id, TODAY));
        refused("2026-12-01", () -> desk.subscriptions.pause(id, TODAY, SubscriptionStatus.FROZEN));
        refused(
                "2026-01-01",
                () -> desk.subscriptions.addFee(
                        id, new NewFeeCharge(LocalDate.of(2025, 12, 31), null, BigDecimal.TEN, "Раньше всего", null)));
        LocalDate from = LocalDate.of(2026, 12, 1);
        assertEquals(
                from,
                desk.boundaries.call(() -> desk.subscriptions.cancel(id, from)).endedOn());
    }

    private void createDemoTariffs() throws IOException {
        for (String line : resource("/db/demo/tariffs.csv").lines().skip(1).toList()) {
            String[] tariff = line.split(",", -1);
            NewTariffVersion first = Desk.version(LocalDate.of(2020, 1, 1), tariff[7]);
            Audience audience = tariff[2].isEmpty() ? null : Coded.of(Audience.class, tariff[2]);
            NewTariff wanted = new NewTariff(tariff[0], TariffKind.INTERNET, audience, first, null);
            if (desk.boundaries.sql().number("select count(*) from tariffs where code = ?", tariff[0]) == 0) {
                desk.boundaries.call(() -> desk.tariffs.create(wanted));
            }
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream content = ImportsTest.class.getResourceAsStream(name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The balance in one place and the transfers must say the same. */
    private void balancesMatchTheLedger() {
        assertEquals(
                0,
                desk.boundaries
                        .sql()
                        .number(
                                """
                                select count(*) from customers c
                                join contracts k on k.customer_id = c.id and k.number like ?
                                where c.balance <>
                                    coalesce((select sum(amount) from transactions where credit_account = c.id), 0)
                                    - coalesce((select sum(amount) from transactions where debit_account = c.id), 0)""",
                                "%" + mark));
    }
}
