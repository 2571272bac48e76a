package uplink.billing.statement.control;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uplink.billing.statement.boundary.StatementFormat;
import uplink.shared.BusinessException;
import uplink.shared.Text;

/**
 * ISO 20022 camt.053, BankToCustomerStatement, of any version: the parts that are read have kept their names, and where
 * one has moved (the party's name, the status of an entry) both places are looked at. Booked entries count; an entry
 * that gathers several transactions with sums of their own is as many entries.
 */
final class Camt053 {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.";

    private final String currency;
    private final Faults faults;
    private final List<Read.Section> sections = new ArrayList<>();
    private final List<Read.Entry> entries = new ArrayList<>();

    private Camt053(String currency, Faults faults) {
        this.currency = currency;
        this.faults = faults;
    }

    static Read read(byte[] content, String currency, Faults faults) {
        Node document = Node.parse(content);
        List<Node> statements = document.all("BkToCstmrStmt").stream()
                .flatMap(message -> message.all("Stmt").stream())
                .toList();
        if (!document.namespace().startsWith(NAMESPACE) || statements.isEmpty()) {
            throw BusinessException.invalid("file", Text.of("statement.unknown-format"));
        }
        Camt053 file = new Camt053(currency, faults);
        statements.forEach(file::statement);
        return new Read(StatementFormat.CAMT_053, file.sections, Keys.distinct(file.entries));
    }

    private void statement(Node statement) {
        String account = statement.text("Acct/Id/IBAN", "Acct/Id/Othr/Id");
        BigDecimal opening = balance(statement, "OPBD", "PRCD");
        BigDecimal closing = balance(statement, "CLBD");
        if (account.isEmpty()) {
            faults.add(statement.line(), "statement.field", "Acct");
        } else if (opening == null || closing == null) {
            faults.add(statement.line(), "statement.no-balances", account);
        } else {
            int first = entries.size();
            statement.all("Ntry").forEach(entry -> entry(entry, account));
            section(statement, account, opening, closing, entries.subList(first, entries.size()));
        }
    }

    /** The days that the statement says, or else those of its balances. */
    private void section(Node statement, String account, BigDecimal opening, BigDecimal closing, List<Read.Entry> own) {
        LocalDate closed = day(statement, "FrToDt/ToDtTm", "FrToDt/ToDt");
        LocalDate opened = day(statement, "FrToDt/FrDtTm", "FrToDt/FrDt");
        LocalDate last =
                own.stream().map(Read.Entry::bookedOn).max(LocalDate::compareTo).orElse(null);
        LocalDate first =
                own.stream().map(Read.Entry::bookedOn).min(LocalDate::compareTo).orElse(null);
        LocalDate made = balanceDay(statement, "CLBD");
        LocalDate to = later(closed == null ? made : closed, last);
        LocalDate from = earlier(opened == null ? to : opened, first);
        if (to == null || from == null) {
            faults.add(statement.line(), "statement.field", "Bal/Dt");
        } else {
            sections.add(new Read.Section(statement.line(), account, from, to, opening, closing, null, null));
        }
    }

    private void entry(Node entry, String account) {
        String status = entry.text("Sts/Cd", "Sts");
        if (!status.isEmpty() && !status.equals("BOOK")) {
            return;
        }
        List<Node> details = entry.all("NtryDtls").stream()
                .flatMap(part -> part.all("TxDtls").stream())
                .toList();
        boolean split = details.size() > 1
                && details.stream().allMatch(part -> amountOf(part).isPresent());
        if (split) {
            details.forEach(part -> add(entry, part, amountOf(part).orElseThrow(), account, true));
        } else {
            add(
                    entry,
                    details.isEmpty() ? entry : details.get(0),
                    entry.at("Amt").orElse(entry),
                    account,
                    false);
        }
    }

    private static Optional<Node> amountOf(Node details) {
        return details.at("AmtDtls/TxAmt/Amt").or(() -> details.at("Amt"));
    }

    private void add(Node entry, Node details, Node sum, String account, boolean part) {
        BigDecimal amount = Amounts.of(sum.text());
        LocalDate bookedOn = day(entry, "BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm");
        String direction = entry.text("CdtDbtInd");
        if (amount == null || amount.signum() <= 0) {
            faults.add(sum.line(), "statement.field", "Amt");
            return;
        }
        if (bookedOn == null || !direction.equals("CRDT") && !direction.equals("DBIT")) {
            faults.add(entry.line(), "statement.field", bookedOn == null ? "BookgDt" : "CdtDbtInd");
            return;
        }
        if (!sum.attribute("Ccy").equals(currency)) {
            faults.add(sum.line(), "statement.currency", currency);
            return;
        }
        boolean incoming = direction.equals("CRDT");
        Read.Party party = party(details, incoming ? "Dbtr" : "Cdtr");
        entries.add(new Read.Entry(
                entry.line(),
                key(entry, details, account, incoming, amount, bookedOn, party, part),
                account,
                incoming,
                amount,
                currency,
                bookedOn,
                blankToNull(details.text("Refs/EndToEndId", "Refs/InstrId")),
                party,
                purpose(entry, details)));
    }

    /** The servicing bank's reference is unique; without one everything that tells entries apart is taken together. */
    private static String key(
            Node entry,
            Node details,
            String account,
            boolean incoming,
            BigDecimal amount,
            LocalDate bookedOn,
            Read.Party party,
            boolean part) {
        String own = details.text("Refs/AcctSvcrRef");
        String whole = entry.text("AcctSvcrRef");
        if (!part && !(own + whole).isEmpty()) {
            return Keys.of("camt", account, incoming, whole.isEmpty() ? own : whole);
        }
        if (part && !own.isEmpty()) {
            return Keys.of("camt", account, incoming, whole, own);
        }
        return Keys.of(
                "camt",
                account,
                incoming,
                whole,
                entry.text("NtryRef"),
                details.text("Refs/EndToEndId"),
                details.text("Refs/TxId"),
                amount,
                bookedOn,
                String.valueOf(party.account()));
    }

    private static Read.Party party(Node details, String side) {
        String in = "RltdPties/" + side;
        String inn = details.text(
                in + "/Id/OrgId/Othr/Id",
                in + "/Pty/Id/OrgId/Othr/Id",
                in + "/Id/PrvtId/Othr/Id",
                in + "/Pty/Id/PrvtId/Othr/Id");
        return new Read.Party(
                blankToNull(details.text(in + "/Nm", in + "/Pty/Nm")),
                inn.matches("[0-9]{10}|[0-9]{12}") ? inn : null,
                blankToNull(details.text(in + "Acct/Id/IBAN", in + "Acct/Id/Othr/Id")));
    }

    private static String purpose(Node entry, Node details) {
        String words = details.at("RmtInf").map(info -> info.all("Ustrd")).orElse(List.of()).stream()
                .map(Node::text)
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? details.text("AddtlTxInf") + entry.text("AddtlNtryInf") : words;
    }

    private static Optional<Node> balanceOf(Node statement, String code) {
        return statement.all("Bal").stream()
                .filter(balance -> balance.text("Tp/CdOrPrtry/Cd").equals(code))
                .findFirst();
    }

    private static @Nullable BigDecimal balance(Node statement, String... codes) {
        for (String code : codes) {
            Optional<Node> balance = balanceOf(statement, code);
            if (balance.isPresent()) {
                BigDecimal amount = Amounts.of(balance.get().text("Amt"));
                boolean debt = balance.get().text("CdtDbtInd").equals("DBIT");
                return amount == null || !debt ? amount : amount.negate();
            }
        }
        return null;
    }

    private static @Nullable LocalDate balanceDay(Node statement, String code) {
        return balanceOf(statement, code)
                .map(balance -> day(balance, "Dt/Dt", "Dt/DtTm"))
                .orElse(null);
    }

    private static @Nullable LocalDate day(Node from, String... paths) {
        String text = from.text(paths);
        try {
            return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() || text.equals("NOTPROVIDED") ? null : text;
    }
}
