package uplink.customer.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uplink.shared.Folding;

/** The columns of an import file. A header may name them in English or in Russian, in any order and any case. */
public enum ImportColumn {
    CUSTOMER_KEY("ключ_абонента"),
    KIND("тип"),
    FULL_NAME("фио", "наименование"),
    INN("инн"),
    EMAIL("почта", "email", "e-mail"),
    PHONE("телефон"),
    LOCALE("язык"),
    CONTRACT_NUMBER("номер_договора", "договор"),
    SIGNED_ON("дата_договора"),
    BILLING_DAY("расчетный_день"),
    REGION("регион"),
    CITY("город"),
    STREET("улица"),
    HOUSE("дом"),
    FLAT("квартира"),
    TARIFF("тариф"),
    PRICE("цена"),
    STARTED_ON("дата_начала"),
    BILLED_TO("начислено_до"),
    OPENING_BALANCE("начальный_остаток", "остаток");

    /** Without these a file says nothing. */
    public static final Set<ImportColumn> NEEDED = Set.of(FULL_NAME, CONTRACT_NUMBER, SIGNED_ON);

    private final Set<String> alsoCalled;

    ImportColumn(String... alsoCalled) {
        this.alsoCalled = Set.of(alsoCalled);
    }

    /** As documented. */
    public String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ImportColumn> of(String written) {
        String header = Folding.folded(written.strip()).replace(' ', '_');
        return Arrays.stream(values())
                .filter(c -> c.header().equals(header) || c.alsoCalled.contains(header))
                .findFirst();
    }
}
