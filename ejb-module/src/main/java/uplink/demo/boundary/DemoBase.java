package uplink.demo.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uplink.auth.boundary.DemoUsers;
import uplink.billing.requisites.boundary.ProviderRequisites;
import uplink.billing.requisites.boundary.Requisites;
import uplink.catalog.boundary.TariffQuery;
import uplink.catalog.boundary.TariffRow;
import uplink.catalog.boundary.Tariffs;
import uplink.customer.boundary.Customers;
import uplink.customer.boundary.ImportMode;
import uplink.customer.boundary.ImportReport;
import uplink.customer.boundary.ImportStatus;
import uplink.customer.boundary.Imports;
import uplink.customer.boundary.NewImport;
import uplink.shared.Settings;

/** What the demo provider begins with: its price list, its customers and its users. */
@ApplicationScoped
class DemoBase {

    private static final int CUSTOMERS_WITH_USERS = 9;

    @Inject
    private Tariffs tariffs;

    @Inject
    private Imports imports;

    @Inject
    private Customers customers;

    @Inject
    private DemoUsers users;

    @Inject
    private ProviderRequisites requisites;

    void catalogue() {
        List<String> there =
                tariffs.list(TariffQuery.all()).stream().map(TariffRow::code).toList();
        DemoTariffs file = new DemoTariffs(tariffs);
        file.create(DemoFiles.text("tariffs.csv"), there);
    }

    void customers(LocalDate today) {
        byte[] file = DemoFiles.shifted(DemoFiles.text("customers.csv"), today).getBytes(StandardCharsets.UTF_8);
        ImportReport started = imports.start(new NewImport("customers.csv", file, ImportMode.ALL_OR_NOTHING, false));
        ImportReport ended = Awaited.until(
                () -> imports.get(started.id()),
                report -> report.status() != ImportStatus.QUEUED && report.status() != ImportStatus.RUNNING);
        if (ended.status() != ImportStatus.COMPLETED) {
            throw new IllegalStateException("the demo's customers were not imported: " + ended);
        }
    }

    /** Numbers that nobody has, with check digits that are right. */
    void requisites() {
        if (requisites.find().isEmpty()) {
            requisites.replace(
                    null,
                    new Requisites(
                            "ООО «Демо-Связь»",
                            "7700000009",
                            "770001001",
                            "40702810800000000017",
                            "ПАО «Учебный банк»",
                            "044525000",
                            "30101810900000000000",
                            "Оплата по договору {contract}, счёт {invoice} от {day}",
                            "Москва, Учебная ул., 1",
                            null));
        }
    }

    void users() {
        String password = Settings.text("UPLINK_DEMO_PASSWORD", "");
        if (password.isEmpty()) {
            return;
        }
        users.createStaff(password, seeds());
        List<UUID> withUsers = IntStream.rangeClosed(1, CUSTOMERS_WITH_USERS)
                .mapToObj(i -> customers
                        .search("abonent" + i + "@example.org", 1)
                        .get(0)
                        .id())
                .toList();
        users.createCustomers(withUsers, password);
    }

    /** The launcher makes and prints them: nobody could sign in with what only this process knows. */
    private static Map<String, String> seeds() {
        return Stream.of("admin", "operator", "tech", "accountant")
                .filter(name -> !seed(name).isEmpty())
                .collect(Collectors.toMap(name -> name, DemoBase::seed));
    }

    private static String seed(String name) {
        return Settings.text("UPLINK_DEMO_TOTP_" + name.toUpperCase(Locale.ROOT), "");
    }
}
