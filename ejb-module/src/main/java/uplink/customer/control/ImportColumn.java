package uplink.customer.control;

import java.util.Optional;
import java.util.Set;
import uplink.shared.table.FileColumn;

/** The columns of an import file. A header may name them in English or in Russian, in any order and any case. */
public enum ImportColumn implements FileColumn {
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

    @Override
    public Set<String> alsoCalled() {
        return alsoCalled;
    }

    public static Optional<ImportColumn> of(String written) {
        return FileColumn.of(ImportColumn.class, written);
    }
}
