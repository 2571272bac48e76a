package uplink.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.connection.boundary.Application;
import uplink.connection.boundary.ApplicationFiles;
import uplink.connection.boundary.ApplicationSource;
import uplink.connection.boundary.ApplicationStatus;
import uplink.connection.boundary.NewApplication;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.ImportKind;
import uplink.customer.boundary.ImportMode;
import uplink.customer.boundary.ImportQueue;
import uplink.customer.boundary.ImportReport;
import uplink.customer.boundary.ImportStatus;
import uplink.customer.boundary.Imports;
import uplink.customer.boundary.NewImport;
import uplink.customer.control.ImportTakers;
import uplink.shared.Ids;
import uplink.shared.SystemTime;
import uplink.testing.Desk;

/** Applications that another program has begun come by files, and go on here. */
class ApplicationFilesTest {

    private static final String HEADER =
            "Номер;Заявитель;Телефон;Почта;Адрес;Тариф;Комментарий;Дата;Согласие;Договор\n";

    private final Desk desk = new Desk(Site.TODAY);
    private final Site site = new Site(desk);
    private final String mark = Ids.next().toString();
    private Imports imports;
    private String tariff;

    @BeforeEach
    void open() {
        desk.boundaries.with(
                ImportTakers.class, new ImportTakers(List.of(desk.boundaries.get(ApplicationFiles.class))));
        imports = desk.boundaries.get(Imports.class);
        tariff = desk.tariff("500.00").code();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void anApplicationGoesOnFromTheDayOnWhichItWasMade() {
        CustomerDetail customer = desk.customer("Дачник", 1);
        ImportReport report = imported(HEADER
                + "%1$s-1;Первый %1$s;8 (900) 123-45-67;;Мира 12, кв. 3;%2$s;с утра;2026-11-02;да;\n"
                        .formatted(mark, tariff)
                + "%1$s-2;;;;Дача %1$s;;;;;%2$s\n".formatted(mark, customer.contractNumber()));
        assertEquals(ImportStatus.COMPLETED, report.status(), refusals(report).toString());
        assertEquals(List.of(2, 2, 0, 0), counts(report));
        Application first = found("Первый " + mark);
        assertEquals(ApplicationStatus.NEW, first.status());
        assertEquals(ApplicationSource.API, first.source());
        assertEquals("+79001234567", first.phone());
        assertEquals(tariff, code(first.tariffId()));
        assertEquals(
                LocalDate.of(2026, 11, 2),
                first.createdAt().atZone(ZoneId.of("Europe/Moscow")).toLocalDate());
        assertEquals(14, first.days(), "it is late already");
        Application second = found("Дача " + mark);
        assertEquals(customer.id(), second.customerId());
        assertEquals("Дачник", second.contactName());
        assertEquals(0, second.days());
        assertEquals(List.of(), desk.boundaries.announced(first.id()), "nobody is told what they know");
        assertEquals(1, site.applications.listSteps(first.id()).size());
        assertEquals(ApplicationStatus.FEASIBLE, site.accepted(first).status());
        String next = site.apply(new NewApplication("Следующий", "+79001234567", null, "Мира 1", null, null, true));
        assertEquals(number(second) + 1, number(site.find(next)), "the series goes on");
    }

    private static int number(Application one) {
        return Integer.parseInt(one.number().replaceAll("\\D", ""));
    }

    @Test
    void theSameFileTwiceAddsNothingWhateverBecameOfThem() {
        String file = HEADER + good("1") + good("2");
        assertEquals(List.of(2, 2, 0, 0), counts(imported(file)));
        site.refuse(found("Кто " + mark + "-1"), "Передумал", false);
        assertEquals(List.of(3, 1, 2, 0), counts(imported(file + good("3"))));
        assertEquals(ApplicationStatus.REFUSED, found("Кто " + mark + "-1").status());
    }

    @Test
    void theRulesAreThoseOfTheTelephone() {
        String wrong = HEADER
                + good("1")
                + "%1$s-2;Без дороги;;;Мира;;;;да;\n".formatted(mark)
                + "%1$s-3;Без согласия;+79001234567;;Мира;;;;;\n".formatted(mark)
                + "%1$s-4;Кто;+79001234567;нет почты;Мира;нет;;вчера;да;\n".formatted(mark)
                + "%1$s-5;Кто;+79001234567;;;;;01.01.2030;да;\n".formatted(mark)
                + ";Кто;+79001234567;;Мира;;;;да;\n"
                + "%1$s-6;;;;Мира;;;;;нет такого\n".formatted(mark)
                + good("1");
        ImportReport report = imported(wrong);
        assertEquals(ImportStatus.REFUSED, report.status());
        assertEquals(
                List.of(
                        "3 phone connection.application.road",
                        "4 consent connection.application.consent",
                        "5 created_on connection.import.date",
                        "5 email customer.email",
                        "5 tariff customer.import.tariff",
                        "6 address shared.validation.required",
                        "6 created_on connection.import.date",
                        "7 key connection.import.key",
                        "8 contract_number connection.customer.unknown",
                        "9 key connection.import.twice"),
                refusals(report));
        assertEquals(0, site.applications.count(site.query(mark)));
        assertEquals(List.of(8, 1, 0, 7), counts(imported(wrong, ImportMode.GOOD_ROWS, true)));
        assertEquals(0, site.applications.count(site.query(mark)), "a rehearsal writes nothing");
        assertEquals(List.of(8, 1, 0, 7), counts(imported(wrong, ImportMode.GOOD_ROWS, false)));
        assertEquals(1, site.applications.count(site.query(mark)));
    }

    private String good(String which) {
        return "%1$s-%2$s;Кто %1$s-%2$s;+79001234567;;Мира 1;;карта 4111 1111 1111 1111;;да;\n".formatted(mark, which);
    }

    private Application found(String text) {
        return site.applications.list(site.query(text)).get(0);
    }

    private String code(UUID id) {
        return desk.boundaries
                .sql()
                .first("select code from tariffs where id = ?", row -> row.getString(1), id)
                .orElseThrow();
    }

    private ImportReport imported(String text) {
        return imported(text, ImportMode.ALL_OR_NOTHING, false);
    }

    private ImportReport imported(String text, ImportMode mode, boolean dryRun) {
        NewImport file = new NewImport(
                ImportKind.APPLICATIONS, "applications.csv", text.getBytes(StandardCharsets.UTF_8), mode, dryRun);
        UUID id = desk.boundaries.call(() -> imports.start(file)).id();
        desk.boundaries.run(() -> desk.boundaries.get(ImportQueue.class).run(SystemTime.now()));
        return imports.get(id);
    }

    private static List<Integer> counts(ImportReport report) {
        return List.of(report.total(), report.added(), report.unchanged(), report.refused());
    }

    private List<String> refusals(ImportReport report) {
        return imports.refusals(report.id(), 0, 100).stream()
                .map(refusal -> refusal.line() + " " + refusal.column() + " " + refusal.reason())
                .toList();
    }
}
