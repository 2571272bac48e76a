package uplink.billing.statement.control;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uplink.billing.statement.boundary.StatementFormat;

/**
 * The exchange format of 1С:Предприятие with banks (1CClientBankExchange, versions 1.01 to 1.03): lines {@code
 * name=value} in sections.
 */
final class OneC {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final String currency;
    private final Faults faults;
    private final List<Fields> accounts = new ArrayList<>();
    private final List<Fields> documents = new ArrayList<>();

    private OneC(String currency, Faults faults) {
        this.currency = currency;
        this.faults = faults;
    }

    static Read read(String text, String currency, Faults faults) {
        OneC file = new OneC(currency, faults);
        file.split(text);
        List<Read.Section> sections = new ArrayList<>();
        file.accounts.forEach(fields -> file.section(fields, sections));
        Set<String> own = new HashSet<>();
        sections.forEach(section -> own.add(section.account()));
        List<Read.Entry> entries = new ArrayList<>();
        if (faults.isEmpty()) {
            file.documents.forEach(fields -> file.entries(fields, own, entries));
        }
        return new Read(StatementFormat.ONE_C, sections, Keys.distinct(entries));
    }

    /** The lines of one section. */
    private static final class Fields {
        private final int line;
        private final Map<String, String> values = new HashMap<>();

        Fields(int line) {
            this.line = line;
        }

        String get(String name) {
            return values.getOrDefault(name, "");
        }

        String first(String... names) {
            for (String name : names) {
                if (!get(name).isEmpty()) {
                    return get(name);
                }
            }
            return "";
        }
    }

    private void split(String text) {
        Fields open = null;
        boolean ended = false;
        int line = 0;
        for (String raw : text.split("\r\n|\n|\r", -1)) {
            line++;
            String row = raw.strip();
            if (row.startsWith("СекцияДокумент=") || row.equals("СекцияРасчСчет")) {
                if (open != null) {
                    faults.add(line, "statement.section-open");
                }
                open = new Fields(line);
                (row.equals("СекцияРасчСчет") ? accounts : documents).add(open);
            } else if (row.equals("КонецДокумента") || row.equals("КонецРасчСчет")) {
                open = null;
            } else if (row.equals("КонецФайла")) {
                ended = true;
            } else if (open != null && row.indexOf('=') > 0) {
                open.values.putIfAbsent(
                        row.substring(0, row.indexOf('=')).strip(),
                        row.substring(row.indexOf('=') + 1).strip());
            }
        }
        if (!ended || open != null) {
            faults.add(line, "statement.cut-off");
        }
        if (accounts.isEmpty()) {
            faults.add(line, "statement.no-account");
        }
    }

    private void section(Fields fields, List<Read.Section> sections) {
        String account = fields.get("РасчСчет");
        LocalDate from = day(fields, fields.get("ДатаНачала"), "ДатаНачала");
        LocalDate to = fields.get("ДатаКонца").isEmpty() ? from : day(fields, fields.get("ДатаКонца"), "ДатаКонца");
        BigDecimal opening = amount(fields, fields.get("НачальныйОстаток"), "НачальныйОстаток");
        BigDecimal closing = amount(fields, fields.get("КонечныйОстаток"), "КонечныйОстаток");
        if (account.isEmpty()) {
            faults.add(fields.line, "statement.field", "РасчСчет");
        } else if (from != null && to != null && opening != null && closing != null) {
            sections.add(new Read.Section(
                    fields.line,
                    account,
                    from,
                    to,
                    opening,
                    closing,
                    optional(fields, "ВсегоПоступило"),
                    optional(fields, "ВсегоСписано")));
        }
    }

    /** A document between two accounts of ours is an entry of both. */
    private void entries(Fields fields, Set<String> own, List<Read.Entry> entries) {
        String payer = fields.first("ПлательщикСчет", "ПлательщикРасчСчет");
        String payee = fields.first("ПолучательСчет", "ПолучательРасчСчет");
        if (!own.contains(payer) && !own.contains(payee)) {
            faults.add(fields.line, "statement.other-account");
        }
        if (own.contains(payee)) {
            add(fields, payee, true, own.contains(payer), entries);
        }
        if (own.contains(payer)) {
            add(fields, payer, false, false, entries);
        }
    }

    private void add(Fields fields, String account, boolean incoming, boolean within, List<Read.Entry> entries) {
        BigDecimal amount = amount(fields, fields.get("Сумма"), "Сумма");
        LocalDate written = day(fields, fields.get("Дата"), "Дата");
        String booked = fields.get(incoming ? "ДатаПоступило" : "ДатаСписано");
        LocalDate bookedOn = booked.isEmpty() ? written : day(fields, booked, "Дата");
        if (amount != null && amount.signum() <= 0) {
            faults.add(fields.line, "statement.field", "Сумма");
        }
        if (amount == null || written == null || bookedOn == null) {
            return;
        }
        String side = incoming ? "Плательщик" : "Получатель";
        String number = fields.get("Номер");
        String other = fields.first(side + "Счет", side + "РасчСчет");
        entries.add(new Read.Entry(
                fields.line,
                Keys.of(
                        "1c",
                        account,
                        incoming,
                        number,
                        written,
                        amount,
                        fields.get(side + "БИК"),
                        other,
                        within ? "own" : fields.get(side + "ИНН")),
                account,
                incoming,
                amount,
                currency,
                bookedOn,
                blankToNull(number),
                new Read.Party(name(fields, side), blankToNull(fields.get(side + "ИНН")), blankToNull(other)),
                purpose(fields)));
    }

    private static @Nullable String name(Fields fields, String side) {
        return blankToNull(fields.first(side + "1", side).replaceFirst("^ИНН\\s*[0-9]{10,12}\\s*", ""));
    }

    private static String purpose(Fields fields) {
        StringBuilder parts = new StringBuilder(fields.get("НазначениеПлатежа"));
        for (int i = 1; parts.isEmpty() && i <= 6; i++) {
            parts.append(fields.get("НазначениеПлатежа" + i));
        }
        return parts.toString();
    }

    private @Nullable BigDecimal optional(Fields fields, String name) {
        String value = fields.get(name);
        return value.isEmpty() ? null : amount(fields, value, name);
    }

    private @Nullable BigDecimal amount(Fields fields, String value, String name) {
        BigDecimal amount = Amounts.of(value);
        if (amount == null) {
            faults.add(fields.line, "statement.field", name);
        }
        return amount;
    }

    private @Nullable LocalDate day(Fields fields, String value, String name) {
        try {
            return LocalDate.parse(value, DAY);
        } catch (DateTimeException e) {
            faults.add(fields.line, "statement.field", name);
            return null;
        }
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
