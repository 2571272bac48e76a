package uplink.inventory.control;

import java.util.Optional;
import java.util.Set;
import uplink.shared.table.FileColumn;

/** The columns of a file of devices. A header may name them in English or in Russian, in any order and any case. */
public enum DeviceColumn implements FileColumn {
    MODEL("модель"),
    VENDOR("производитель"),
    SERIAL("серийный_номер", "s/n", "sn"),
    MAC("mac-адрес", "мак"),
    WAREHOUSE("склад"),
    CONTRACT_NUMBER("номер_договора", "договор"),
    CONDITION("состояние");

    /** Without these a file says nothing. */
    public static final Set<DeviceColumn> NEEDED = Set.of(MODEL, SERIAL);

    private final Set<String> alsoCalled;

    DeviceColumn(String... alsoCalled) {
        this.alsoCalled = Set.of(alsoCalled);
    }

    @Override
    public Set<String> alsoCalled() {
        return alsoCalled;
    }

    public static Optional<DeviceColumn> of(String written) {
        return FileColumn.of(DeviceColumn.class, written);
    }
}
