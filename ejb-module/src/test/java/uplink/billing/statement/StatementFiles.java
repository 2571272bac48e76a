package uplink.billing.statement;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Files as banks make them, with what a test says is in them. */
public final class StatementFiles {

    public static final String OURS = "40702810900000000017";

    /** A document; the sum in kopecks, below zero when the money went. */
    public record Doc(
            String number, String day, long kopecks, String party, String inn, String account, String purpose) {}

    private StatementFiles() {}

    public static Doc in(String number, long kopecks, String purpose) {
        return new Doc(number, "2026-12-01", kopecks, "ИВАНОВ ИВАН ИВАНОВИЧ", "", "40817810000000000001", purpose);
    }

    public static Doc out(String number, long kopecks) {
        return new Doc(number, "2026-12-01", -kopecks, "ООО Аренда", "7701234567", "40702810000000000002", "Аренда");
    }

    public static byte[] oneC(Charset charset, String account, long opening, List<Doc> docs) {
        return text(account, opening, docs).getBytes(charset);
    }

    public static String text(String account, long opening, List<Doc> docs) {
        long in = docs.stream().mapToLong(Doc::kopecks).filter(k -> k > 0).sum();
        long out = -docs.stream().mapToLong(Doc::kopecks).filter(k -> k < 0).sum();
        return """
                1CClientBankExchange
                ВерсияФормата=1.03
                Кодировка=Windows
                ДатаНачала=01.12.2026
                ДатаКонца=31.12.2026
                РасчСчет=%1$s
                СекцияРасчСчет
                ДатаНачала=01.12.2026
                ДатаКонца=31.12.2026
                РасчСчет=%1$s
                НачальныйОстаток=%2$s
                ВсегоПоступило=%3$s
                ВсегоСписано=%4$s
                КонечныйОстаток=%5$s
                КонецРасчСчет
                %6$s
                КонецФайла
                """
                .formatted(
                        account,
                        sum(opening),
                        sum(in),
                        sum(out),
                        sum(opening + in - out),
                        docs.stream().map(doc -> document(account, doc)).collect(Collectors.joining("\n")))
                .replace("\n", "\r\n");
    }

    private static String document(String ours, Doc doc) {
        boolean in = doc.kopecks() > 0;
        String other = in ? "Плательщик" : "Получатель";
        String own = in ? "Получатель" : "Плательщик";
        String[] day = doc.day().split("-", -1);
        String date = day[2] + "." + day[1] + "." + day[0];
        return """
                СекцияДокумент=Платежное поручение
                Номер=%s
                Дата=%s
                Сумма=%s
                %s=%s
                %sСчет=%s
                %s=%s
                %s1=%s
                %sИНН=%s
                %sБИК=044525225
                %sСчет=%s
                НазначениеПлатежа=%s
                КонецДокумента"""
                .formatted(
                        doc.number(),
                        date,
                        sum(Math.abs(doc.kopecks())),
                        in ? "ДатаПоступило" : "ДатаСписано",
                        date,
                        own,
                        ours,
                        other,
                        "ИНН " + doc.inn() + " " + doc.party(),
                        other,
                        doc.party(),
                        other,
                        doc.inn(),
                        other,
                        other,
                        doc.account(),
                        doc.purpose());
    }

    /** @param version of the schema: 02 or 08, which puts names and states elsewhere */
    public static String camt(String version, String account, long opening, Doc... docs) {
        long change = Arrays.stream(docs).mapToLong(Doc::kopecks).sum();
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.%s">
                <BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>1</Id>
                <Acct><Id><Othr><Id>%s</Id></Othr></Id></Acct>
                %s%s%s
                </Stmt></BkToCstmrStmt></Document>
                """
                .formatted(
                        version,
                        account,
                        balance("OPBD", opening),
                        balance("CLBD", opening + change),
                        Arrays.stream(docs).map(doc -> entry(version, doc)).collect(Collectors.joining("\n")));
    }

    private static String balance(String code, long kopecks) {
        return """
                <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="RUB">%s</Amt><CdtDbtInd>%s</CdtDbtInd>\
                <Dt><Dt>2026-12-31</Dt></Dt></Bal>
                """
                .formatted(code, sum(Math.abs(kopecks)), kopecks < 0 ? "DBIT" : "CRDT");
    }

    private static String entry(String version, Doc doc) {
        boolean in = doc.kopecks() > 0;
        boolean old = version.equals("02");
        String side = in ? "Dbtr" : "Cdtr";
        String name = "<Nm>" + doc.party() + "</Nm><Id><OrgId><Othr><Id>" + doc.inn() + "</Id></Othr></OrgId></Id>";
        return """
                <Ntry><Amt Ccy="RUB">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts>%s</Sts><BookgDt><Dt>%s</Dt></BookgDt>
                <AcctSvcrRef>%s</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
                <RltdPties><%s>%s</%s><%sAcct><Id><Othr><Id>%s</Id></Othr></Id></%sAcct></RltdPties>
                <RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"""
                .formatted(
                        sum(Math.abs(doc.kopecks())),
                        in ? "CRDT" : "DBIT",
                        old ? "BOOK" : "<Cd>BOOK</Cd>",
                        doc.day(),
                        "REF" + doc.number(),
                        side,
                        old ? name : "<Pty>" + name + "</Pty>",
                        side,
                        side,
                        doc.account(),
                        side,
                        doc.purpose());
    }

    private static String sum(long kopecks) {
        return String.format(
                Locale.ROOT, "%s%d.%02d", kopecks < 0 ? "-" : "", Math.abs(kopecks) / 100, Math.abs(kopecks) % 100);
    }
}
