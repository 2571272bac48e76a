package uplink.billing.statement.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uplink.billing.statement.StatementFiles.OURS;
import static uplink.billing.statement.StatementFiles.camt;
import static uplink.billing.statement.StatementFiles.in;
import static uplink.billing.statement.StatementFiles.oneC;
import static uplink.billing.statement.StatementFiles.out;
import static uplink.billing.statement.StatementFiles.text;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.billing.statement.StatementFiles.Doc;
import uplink.billing.statement.boundary.StatementFormat;
import uplink.shared.BusinessException;
import uplink.shared.FieldError;

/** Reading what banks send, and refusing what cannot be proved. */
class StatementFileTest {

    private static final List<Doc> DOCS =
            List.of(in("1", 65000, "л/с 00123"), in("2", 10001, "спасибо"), out("3", 5000));

    private static Read read(byte[] content) {
        return StatementFile.read(content, "RUB");
    }

    private static List<String> faults(String content) {
        return faults(content.getBytes(UTF_8));
    }

    private static List<String> faults(byte[] content) {
        BusinessException refused = assertThrows(BusinessException.class, () -> read(content));
        return refused.errors().stream()
                .map(error -> error.field() + " " + error.message().key())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "UTF-8", "IBM866"})
    void aFileOf1CIsReadInEveryCodePage(String charset) {
        String written = text(OURS, 100, DOCS);
        String said = charset.equals("IBM866") ? written.replace("Кодировка=Windows", "Кодировка=DOS") : written;
        Read read = read(said.getBytes(Charset.forName(charset)));
        assertEquals(StatementFormat.ONE_C, read.format());
        assertEquals(3, read.entries().size());
        Read.Entry first = read.entries().get(0);
        assertTrue(first.incoming());
        assertEquals(new BigDecimal("650.00"), first.amount());
        assertEquals(LocalDate.of(2026, 12, 1), first.bookedOn());
        assertEquals("л/с 00123", first.purpose());
        assertEquals("ИВАНОВ ИВАН ИВАНОВИЧ", first.party().name());
        assertNull(first.party().inn());
        assertEquals("40817810000000000001", first.party().account());
        Read.Entry last = read.entries().get(2);
        assertFalse(last.incoming());
        assertEquals("7701234567", last.party().inn());
        assertEquals(new BigDecimal("701.01"), read.sections().get(0).closing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "08", "13"})
    void camtIsReadInEveryVersion(String version) {
        Read read = read(camt(version, OURS, 100, DOCS.toArray(Doc[]::new)).getBytes(UTF_8));
        assertEquals(StatementFormat.CAMT_053, read.format());
        assertEquals(3, read.entries().size());
        Read.Entry first = read.entries().get(0);
        assertEquals("ИВАНОВ ИВАН ИВАНОВИЧ", first.party().name());
        assertEquals("40817810000000000001", first.party().account());
        assertEquals("л/с 00123", first.purpose());
        assertEquals("7701234567", read.entries().get(2).party().inn());
        assertNull(first.document(), "NOTPROVIDED is no number");
    }

    @Test
    void oneEntryOfManyTransactionsIsAsManyEntries() {
        String one = camt("08", OURS, 0, in("1", 30000, "оба"));
        String split = one.replaceFirst(
                "(?s)<NtryDtls>.*</NtryDtls>",
                """
                <NtryDtls>
                <TxDtls><Refs><AcctSvcrRef>A</AcctSvcrRef></Refs><Amt Ccy="RUB">100.00</Amt><RmtInf><Ustrd>л/с</Ustrd><Ustrd>1</Ustrd></RmtInf></TxDtls>
                <TxDtls><Refs><AcctSvcrRef>B</AcctSvcrRef></Refs><AmtDtls><TxAmt><Amt Ccy="RUB">200.00</Amt></TxAmt></AmtDtls></TxDtls>
                </NtryDtls>""");
        List<Read.Entry> entries = read(split.getBytes(UTF_8)).entries();
        assertEquals(
                List.of(new BigDecimal("100.00"), new BigDecimal("200.00")),
                entries.stream().map(Read.Entry::amount).toList());
        assertEquals("л/с 1", entries.get(0).purpose());
        assertNotEquals(entries.get(0).key(), entries.get(1).key());
        assertEquals(
                List.of("line 3 statement.balances"),
                faults(split.replace(">200.00<", ">200.01<")),
                "the parts do not make the whole");
    }

    @Test
    void pendingEntriesDoNotCount() {
        String booked = camt("02", OURS, 0, in("1", 30000, "x"));
        String pending = booked.replace(
                "</Stmt>",
                """
                <Ntry><Amt Ccy="RUB">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>PDNG</Sts></Ntry></Stmt>""");
        assertEquals(1, read(pending.getBytes(UTF_8)).entries().size());
    }

    @Test
    void anEntryIsKnownAgainByTheBanksIdsAndNotByItsWords() {
        Doc once = in("7", 65000, "л/с 00123");
        Doc rewritten = in("7", 65000, "Л/С 00123, НДС не облагается");
        assertEquals(keys(List.of(once)), keys(List.of(rewritten)));
        assertNotEquals(keys(List.of(once)), keys(List.of(in("8", 65000, "л/с 00123"))));
        assertNotEquals(keys(List.of(once)), keys(List.of(in("7", 65001, "л/с 00123"))));
        List<String> twins = keys(List.of(once, once));
        assertEquals(2, twins.stream().distinct().count(), "two that are the same are two");
        assertEquals(twins, keys(List.of(once, once)), "in every file");
    }

    private static List<String> keys(List<Doc> docs) {
        return read(oneC(UTF_8, OURS, 0, docs)).entries().stream()
                .map(Read.Entry::key)
                .toList();
    }

    @Test
    void moneyBetweenOwnAccountsIsAnEntryOfBoth() {
        String other = "40702810900000000018";
        Doc within = new Doc("5", "2026-12-01", -5000, "Мы", "7701234567", other, "Перевод");
        String both = text(OURS, 10000, List.of(within))
                .replace(
                        "КонецРасчСчет\r\n",
                        """
                        КонецРасчСчет
                        СекцияРасчСчет
                        ДатаНачала=01.12.2026
                        ДатаКонца=31.12.2026
                        РасчСчет=%s
                        НачальныйОстаток=0.00
                        КонечныйОстаток=50.00
                        КонецРасчСчет
                        """
                                .formatted(other));
        List<Read.Entry> entries = read(both.getBytes(UTF_8)).entries();
        assertEquals(
                List.of(true, false), entries.stream().map(Read.Entry::incoming).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "КонечныйОстаток=701.01 | КонечныйОстаток=701.00 | line 7 statement.balances",
                "ВсегоПоступило=750.01 | ВсегоПоступило=750.00 | line 7 statement.totals",
                "Сумма=650.00 | Сумма=650,00 | line 16 statement.field",
                "Сумма=650.00 | Сумма=-650.00 | line 16 statement.field",
                "Сумма=650.00 | Сумма=650.001 | line 16 statement.field",
                "Дата=01.12.2026 | Дата=31.02.2026 | line 16 statement.field",
                "ДатаПоступило=01.12.2026 | ДатаПоступило=01.11.2026 | line 7 statement.balances",
                "КонецФайла | '' | line 56 statement.cut-off",
                "НачальныйОстаток=1.00 | '' | line 7 statement.field",
                "КонецДокумента | '' | line 29 statement.section-open",
            })
    void whatIsWrongIsToldWithItsLine(String was, String becomes, String expected) {
        String broken = text(OURS, 100, DOCS).replaceFirst(was, becomes);
        assertEquals(expected, faults(broken).get(0));
    }

    @Test
    void documentsOfOtherAccountsAndOtherDaysAreRefused() {
        String text = text(OURS, 100, DOCS);
        String foreign = text.replaceFirst("ПолучательСчет=" + OURS, "ПолучательСчет=40702810900000000099");
        assertEquals(List.of("line 16 statement.other-account"), faults(foreign));
        String late = text.replaceFirst("ДатаПоступило=01.12.2026", "ДатаПоступило=01.01.2027");
        assertTrue(faults(late).contains("line 16 statement.no-section"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<html></html>",
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.052.001.08\"><BkToCstmrStmt><Stmt/></BkToCstmrStmt></Document>",
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt/></Document>",
            })
    void whatIsNoStatementIsRefused(String content) {
        assertEquals(List.of("file statement.unknown-format"), faults(content));
    }

    @Test
    void xmlHasNoTypesNoEntitiesAndNoDepth() {
        String good = camt("08", OURS, 0, in("1", 30000, "x"));
        String secret =
                good.replaceFirst("<Document", "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<Document");
        assertEquals("statement.dtd", faults(secret).get(0).replaceFirst("line [0-9]+ ", ""));
        String laughs = good.replaceFirst(
                        "<Document",
                        "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n<Document")
                .replace(">x<", ">&b;<");
        assertEquals("statement.dtd", faults(laughs).get(0).replaceFirst("line [0-9]+ ", ""));
        assertTrue(faults(good.replace("</Stmt>", "")).get(0).endsWith("statement.xml"));
        String deep = good.replace(">x<", ">" + "<a>".repeat(50) + "</a>".repeat(50) + "<");
        assertTrue(faults(deep).get(0).endsWith("statement.xml"));
    }

    @Test
    void camtWithoutBalancesOrInAnotherCurrencyIsRefused() {
        String good = camt("08", OURS, 0, in("1", 30000, "x"));
        assertTrue(faults(good.replace("CLBD", "ITBD")).get(0).endsWith("statement.no-balances"));
        assertTrue(faults(good.replace("Ccy=\"RUB\"", "Ccy=\"USD\"")).get(0).endsWith("statement.currency"));
        assertTrue(faults(good.replace("CRDT</CdtDbtInd><Sts", "XXXX</CdtDbtInd><Sts"))
                .get(0)
                .endsWith("statement.field"));
        assertTrue(faults(good.replace("<BookgDt><Dt>2026-12-01", "<BookgDt><Dt>2026-13-01"))
                .get(0)
                .endsWith("statement.field"));
    }

    @Test
    void aFieldErrorNamesNoValue() {
        BusinessException refused = assertThrows(
                BusinessException.class,
                () -> read(text(OURS, 100, DOCS)
                        .replace("Сумма=650.00", "Сумма=<b>")
                        .getBytes(UTF_8)));
        for (FieldError error : refused.errors()) {
            assertFalse(error.message().arguments().toString().contains("<b>"));
        }
    }
}
