package uplink.billing.requisites.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uplink.billing.requisites.boundary.Requisites;
import uplink.shared.Formats;

/**
 * The text of a payment code by ГОСТ Р 56042-2014, "Двумерные символы штрихового кода для осуществления платежей
 * физических лиц": format ST, version 0001, in UTF-8 (2), the fields that every bank must read first, in their order.
 */
public final class PayText {

    private static final String HEAD = "ST00012";
    private static final Locale PAYERS = Locale.forLanguageTag("ru");
    private static final int LONGEST_PURPOSE = 210;

    private PayText() {}

    /** @param sum in roubles; the standard wants kopecks */
    public static String of(Requisites payee, String contract, String invoice, LocalDate issuedOn, BigDecimal sum) {
        String purpose = payee.purpose()
                .replace("{contract}", contract)
                .replace("{invoice}", invoice)
                .replace("{day}", Formats.day(issuedOn, PAYERS));
        StringBuilder text = new StringBuilder(HEAD);
        field(text, "Name", payee.name());
        field(text, "PersonalAcc", payee.account());
        field(text, "BankName", payee.bankName());
        field(text, "BIC", payee.bic());
        // the standard's word for none
        field(text, "CorrespAcc", payee.corrAccount() == null ? "0" : payee.corrAccount());
        field(text, "PayeeINN", payee.inn());
        field(text, "KPP", payee.kpp());
        field(text, "Purpose", purpose.substring(0, Math.min(purpose.length(), LONGEST_PURPOSE)));
        field(text, "PersAcc", contract);
        field(text, "Sum", sum.movePointRight(2).toBigIntegerExact().toString());
        return text.toString();
    }

    /** The sign between fields cannot stand in one. */
    private static void field(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append('|').append(name).append('=').append(value.replace('|', ' '));
        }
    }
}
