package uplink.document.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.billing.ledger.boundary.AccountMovement;
import uplink.billing.ledger.boundary.AccountStatement;
import uplink.billing.ledger.boundary.TransferType;
import uplink.document.boundary.DocumentKind;
import uplink.document.boundary.TemplateKind;
import uplink.shared.Json;

/** Receipts, acts, statements and contracts on paper, by the templates of the release. */
class IssuedPaperTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private static InvoiceLine line(String title, String amount) {
        return new InvoiceLine(
                UUID.randomUUID(),
                null,
                "recurring",
                title,
                DAY,
                DAY.plusMonths(1),
                31,
                31,
                new BigDecimal(amount),
                new BigDecimal(amount),
                new BigDecimal("0.36"),
                new BigDecimal("22"),
                "RUB",
                "Абонентская плата с 01.12.2026 по 31.12.2026: полный период по цене 650,00 ₽");
    }

    private static IssuedModel model(Facts facts, List<InvoiceLine> lines) {
        return new IssuedModel("000123", DAY, facts, null, lines);
    }

    private static IssuedModel act(String name, List<InvoiceLine> lines) {
        return model(ActFacts.of(Payer.named(name, "UL-7"), null, DAY, lines), lines);
    }

    private static IssuedModel statement(String name, String opening, List<AccountMovement> movements) {
        AccountStatement account =
                new AccountStatement(DAY, DAY.plusMonths(1), new BigDecimal(opening), movements, "RUB");
        return model(new StatementFacts(Payer.named(name, "UL-7"), null, account), List.of());
    }

    private static IssuedModel receipt(String name) {
        return model(
                new ReceiptFacts(
                        Payer.named(name, "UL-7"),
                        null,
                        DAY.atTime(9, 5),
                        new BigDecimal("650.00"),
                        new BigDecimal("0.00"),
                        "RUB",
                        "card",
                        null,
                        name,
                        null),
                List.of());
    }

    private static IssuedModel contract(String name) {
        return model(
                new ContractFacts(
                        Payer.named(name, "UL-7"), null, "UL-7", DAY, null, 31, name, null, null, "RUB", List.of()),
                List.of());
    }

    private static void says(String text, String... parts) {
        for (String part : parts) {
            assertTrue(text.contains(part), part + " is not in\n" + text);
        }
    }

    @ParameterizedTest
    @EnumSource(value = TemplateKind.class)
    void whoeverChecksPdfAFindsNothing(TemplateKind kind) throws Exception {
        for (String language : List.of("ru", "en")) {
            byte[] pdf = Prints.print(kind, Specimen.of(kind), language);
            Prints.keep(kind.code() + "-" + language, pdf);
            assertEquals(List.of(), Prints.complaints(pdf), language);
        }
    }

    @ParameterizedTest
    @EnumSource(value = TemplateKind.class)
    void theTemplatesOfTheReleasePassTheCheckOfTemplates(TemplateKind kind) {
        for (String language : List.of("ru", "en")) {
            Locale locale = Locale.forLanguageTag(language);
            String body = TemplateRows.released(kind, locale);
            assertEquals(
                    "",
                    Templates.complaint(body, Specimen.of(kind).in(locale))
                            .map(said -> said.in(locale))
                            .orElse(""),
                    language);
        }
    }

    @Test
    void aReceiptSaysWhatWasReceivedFromWhom() throws IOException {
        says(
                Prints.text(Prints.print(TemplateKind.RECEIPT, Specimen.of(TemplateKind.RECEIPT), "ru")),
                "Квитанция об оплате № 000123 от 01.01.2027",
                "Получатель: ООО «Аплинк», ИНН 7707083893",
                "Плательщик: Константинопольский Константин Константинович, ИНН 500100732259",
                "01.12.2026, 14:05",
                "наличными",
                "26-0001234",
                "650,00 ₽",
                "Возвращено на 01.01.2027 10,00 ₽",
                "Шестьсот пятьдесят рублей 00 копеек",
                "Кассир: Кассирова К. К.");
        String other = Prints.text(Prints.print(TemplateKind.RECEIPT, receipt("Иванов"), "en"));
        says(other, "Payment receipt 000123 of 1 Dec 2026", "by card", "Six hundred fifty roubles 00 kopecks");
        assertFalse(other.contains("Cashier"), other);
        assertFalse(other.contains("Given back"), other);
    }

    @Test
    void anActNamesBothSidesAndTheSumInWords() throws IOException {
        says(
                Prints.text(Prints.print(TemplateKind.ACT, Specimen.of(TemplateKind.ACT), "ru")),
                "Акт об оказании услуг № 000123 от 01.01.2027",
                "за период 01.12.2026 – 31.12.2026",
                "Исполнитель: ООО «Аплинк», ИНН 7707083893, КПП 770701001, 127006, Москва",
                "Заказчик: Константинопольский Константин Константинович, ИНН 500100732259",
                "р/с 40702810438000060473",
                "р/с 40802810338000012345",
                "Домашний 300 – 2",
                "Итого 1 950,00 ₽",
                "Всего оказано услуг на сумму: Одна тысяча девятьсот пятьдесят рублей 00 копеек");
        says(
                Prints.text(Prints.print(
                        TemplateKind.ACT, act("И", List.of(line("А", "5.00"), line("Б", "-12.50"))), "en")),
                "7.50",
                "More was given back than rendered, in words: Seven roubles 50 kopecks");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "-100.00; На 31.12.2026 задолженность в пользу ООО «Должник» составляет; 100,00 ₽",
                "0.00; На 31.12.2026 задолженности нет; Сальдо на конец",
                "50.00; в пользу Иванов составляет 50,00 ₽; Пятьдесят рублей 00 копеек",
            })
    void aStatementSaysWhoOwesWhom(String opening, String said, String also) throws IOException {
        StatementFacts facts = new StatementFacts(
                Payer.named("Иванов", "UL-7"),
                new uplink.billing.requisites.boundary.Requisites(
                        "ООО «Должник»",
                        "7707083893",
                        null,
                        "40702810438000060473",
                        "ПАО",
                        "044525225",
                        null,
                        "",
                        null,
                        null),
                new AccountStatement(
                        DAY,
                        DAY.plusMonths(1),
                        new BigDecimal(opening),
                        List.of(
                                new AccountMovement(DAY, TransferType.INVOICE, new BigDecimal("-650.00"), "26-7", DAY),
                                new AccountMovement(
                                        DAY.plusDays(3), TransferType.PAYMENT, new BigDecimal("650.00"), null, null)),
                        "RUB"));
        String text = Prints.text(Prints.print(TemplateKind.STATEMENT, model(facts, List.of()), "ru"));
        says(
                text.replaceAll("\\s+", " "),
                said,
                also,
                "Счёт № 26-7 от 01.12.2026",
                "Обороты за период 650,00 ₽ 650,00 ₽");
    }

    @Test
    void aContractSaysWhatWasAgreed() throws IOException {
        says(
                Prints.text(Prints.print(TemplateKind.CONTRACT, Specimen.of(TemplateKind.CONTRACT), "en")),
                "Contract for communication services UL-0001234 of 1 Dec 2026",
                "Home 300",
                "₽650.00 a month",
                "begins on day 1 of each month",
                "ends on 1 Dec 2027",
                "+79161234567");
        says(
                Prints.text(Prints.print(TemplateKind.CONTRACT, contract("Иванов"), "ru")),
                "Услуги ещё не подключены",
                "начинается 31-го числа",
                "без срока");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</td></tr></table><h1>Ничего не должен</h1>",
                "${7*7} <#list 1..9 as x>x</#list> ${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "<img src='file:///etc/passwd'/> <!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]> &e;",
                "Ёлкин-Ъ №5 «Ромашка»",
            })
    void aHostileNameIsANameAndNothingElse(String name) throws IOException {
        String plain = name.replaceAll("\\s+", "");
        for (var each : List.of(
                new Printed(TemplateKind.RECEIPT, receipt(name)),
                new Printed(TemplateKind.ACT, act(name, List.of(line(name, "1.00")))),
                new Printed(TemplateKind.STATEMENT, statement(name, "1.00", List.of())),
                new Printed(TemplateKind.CONTRACT, contract(name)))) {
            String text = Prints.text(Prints.print(each.kind, each.model, "ru")).replaceAll("\\s+", "");
            assertTrue(text.split(java.util.regex.Pattern.quote(plain), -1).length >= 3, each.kind + text);
        }
    }

    private record Printed(TemplateKind kind, PaperModel model) {}

    /** Each line once, the head of the table and a number on every page. */
    @Test
    void threeHundredLinesGoOverPages() throws IOException {
        List<InvoiceLine> lines = IntStream.rangeClosed(1, 300)
                .mapToObj(no -> line("Услуга " + no + ".", "2.00"))
                .toList();
        List<AccountMovement> movements = IntStream.rangeClosed(1, 300)
                .mapToObj(no ->
                        new AccountMovement(DAY, TransferType.INVOICE, new BigDecimal("-2.00"), "26-" + no + ".", DAY))
                .toList();
        String name = "Общество с ограниченной ответственностью «" + "Щ".repeat(120) + "»";
        overPages("300-act", Prints.print(TemplateKind.ACT, act(name, lines), "ru"), "Услуга ", "В том числе налог");
        overPages(
                "300-statement",
                Prints.print(TemplateKind.STATEMENT, statement(name, "0.00", movements), "ru"),
                "Счёт № 26-",
                "Документ");
    }

    private static void overPages(String file, byte[] pdf, String line, String head) throws IOException {
        Prints.keep(file, pdf);
        List<String> pages = Prints.pages(pdf);
        assertTrue(pages.size() > 5, pages.size() + " pages");
        for (int page = 1; page <= pages.size(); page++) {
            String text = pages.get(page - 1);
            says(text, "стр. " + page + " из " + pages.size());
            assertTrue(
                    !text.contains(line + "1") || text.replaceAll("\\s+", " ").contains(head), text);
        }
        String all = String.join("\n", pages);
        IntStream.rangeClosed(1, 300)
                .forEach(no -> assertEquals(
                        2, all.split(java.util.regex.Pattern.quote(line + no + "."), -1).length, "line " + no));
    }

    /** What is kept with a paper years ago is read again. */
    @ParameterizedTest
    @EnumSource(value = TemplateKind.class, mode = EnumSource.Mode.EXCLUDE, names = "INVOICE")
    void whatAPaperSaysIsReadAsItWasWritten(TemplateKind kind) {
        Facts facts = ((IssuedModel) Specimen.of(kind)).facts();
        DocumentKind document = DocumentKind.valueOf(kind.name());
        assertEquals(facts, Facts.read(document, Json.write(facts)));
    }
}
