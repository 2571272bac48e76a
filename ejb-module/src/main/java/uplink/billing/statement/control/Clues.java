package uplink.billing.statement.control;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that the words of a payment's purpose name: of contracts ("л/с 00123", "по договору № UL-100001 от
 * 01.02.2020"), and of invoices ("счёт № 000000017"). A number without such a word is none: it may be a date, a sum, a
 * phone's.
 */
record Clues(Set<String> contracts, Set<String> invoices) {

    private static final String NUMBER = "([\\p{L}]{0,5}[-/]?[0-9][0-9\\p{L}/_-]{0,30}(?:\\.[0-9\\p{L}_-]+)*)";
    private static final String DAY = "(?:от\\s*[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4}(?:\\s*г\\.?)?\\s*)?";
    private static final String SIGN = "[\\s:.]*" + DAY + "(?:№|N[oо]?\\b\\.?|#|номер[а-я]*)?[\\s:.]*";
    private static final String WORD_START = "(?<![\\p{L}\\p{N}])";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern CONTRACT = Pattern.compile(
            WORD_START
                    + "(?:л\\s?[/.\\\\]\\s?с(?:ч(?:[её]т[а-я]*)?)?|лс|лиц[а-я]*\\.?\\s*сч(?:[её]т[а-я]*)?|"
                    + "дог(?:овор[а-я]*)?|контракт[а-я]*|абонент[а-я]*|contract|account)" + SIGN + NUMBER,
            FLAGS);
    private static final Pattern INVOICE = Pattern.compile(
            WORD_START + "(?:сч(?:[её]т[а-я]*)?(?:\\s*-?\\s*факт[а-я]*)?|сч[./-]\\s?ф|сф|инвойс[а-я]*|invoice)" + SIGN
                    + NUMBER,
            FLAGS);

    static Clues in(String purpose) {
        String words = purpose.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        Set<String> contracts = new LinkedHashSet<>();
        // what a contract's word has taken is no invoice's: a "лицевой счёт" ends with the word for an invoice
        String rest = take(CONTRACT, words, contracts);
        Set<String> invoices = new LinkedHashSet<>();
        take(INVOICE, rest, invoices);
        return new Clues(contracts, invoices);
    }

    private static String take(Pattern pattern, String words, Set<String> into) {
        Matcher found = pattern.matcher(words);
        StringBuilder rest = new StringBuilder();
        while (found.find()) {
            into.add(found.group(1));
            found.appendReplacement(rest, " ");
        }
        return found.appendTail(rest).toString();
    }

    /** All numbers that a contract's word stands before, and words that look like the series' own numbers. */
    List<String> contractsOr(String purpose, String prefix) {
        Set<String> all = new LinkedHashSet<>(contracts);
        if (!prefix.isBlank()) {
            Matcher own = Pattern.compile(WORD_START + Pattern.quote(prefix) + "[0-9]{1,18}(?![\\p{L}\\p{N}])", FLAGS)
                    .matcher(purpose);
            while (own.find()) {
                all.add(own.group().toLowerCase(Locale.ROOT));
            }
        }
        return List.copyOf(all);
    }
}
