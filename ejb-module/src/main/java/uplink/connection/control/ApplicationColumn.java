package uplink.connection.control;

import java.util.Optional;
import java.util.Set;
import uplink.shared.table.FileColumn;

/** The columns of a file of applications. A header may name them in English or in Russian, in any order and any case. */
public enum ApplicationColumn implements FileColumn {
    KEY("номер", "номер_заявки"),
    CONTACT_NAME("фио", "имя", "заявитель"),
    PHONE("телефон"),
    EMAIL("почта", "email", "e-mail"),
    LOCALE("язык"),
    CONTRACT_NUMBER("номер_договора", "договор"),
    ADDRESS("адрес"),
    TARIFF("тариф"),
    COMMENT("комментарий"),
    CREATED_ON("дата", "дата_заявки"),
    CONSENT("согласие");

    /** Without these a file says nothing. */
    public static final Set<ApplicationColumn> NEEDED = Set.of(KEY, ADDRESS);

    private final Set<String> alsoCalled;

    ApplicationColumn(String... alsoCalled) {
        this.alsoCalled = Set.of(alsoCalled);
    }

    @Override
    public Set<String> alsoCalled() {
        return alsoCalled;
    }

    public static Optional<ApplicationColumn> of(String written) {
        return FileColumn.of(ApplicationColumn.class, written);
    }
}
