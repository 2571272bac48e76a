package uplink.demo.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.TariffQuery;
import uplink.catalog.boundary.TariffRow;
import uplink.catalog.boundary.Tariffs;
import uplink.connection.boundary.Application;
import uplink.connection.boundary.ApplicationRefusal;
import uplink.connection.boundary.ApplicationSource;
import uplink.connection.boundary.Applications;
import uplink.connection.boundary.Appointment;
import uplink.connection.boundary.Crew;
import uplink.connection.boundary.Crews;
import uplink.connection.boundary.Feasible;
import uplink.connection.boundary.NewCrew;
import uplink.connection.boundary.NewShifts;
import uplink.connection.boundary.RecordedApplication;
import uplink.connection.boundary.WorkOrders;
import uplink.customer.boundary.Customers;
import uplink.customer.boundary.NewAddress;
import uplink.inventory.boundary.CrewMember;
import uplink.inventory.boundary.DeviceSearch;
import uplink.shared.BusinessClock;
import uplink.shared.Sql;

/** Who wants to be connected at the demo provider, and who goes out to them. */
@ApplicationScoped
class DemoApplications {

    private static final String CITY = "Светлогорск";
    private static final String AVENUE = "пр-т Мира";
    private static final int TWO_WEEKS = 13;
    /** A picture of one white dot. */
    private static final String DOT =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP6DwABBQECz6AuzQAAAABJRU5ErkJggg==";

    @Inject
    private Applications applications;

    @Inject
    private Crews crews;

    @Inject
    private WorkOrders orders;

    @Inject
    private DeviceSearch devices;

    @Inject
    private Tariffs tariffs;

    @Inject
    private Customers customers;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    /** Done once: whoever has a crew has the rest. */
    void arrive() {
        if (!crews.list().isEmpty()) {
            return;
        }
        LocalDate today = clock.today();
        Crew first = crew(
                "Бригада 1", devices.listCrew().stream().map(CrewMember::id).toList());
        Crew second = crew("Бригада 2", List.of());
        for (Crew crew : List.of(first, second)) {
            plan(crew, today, 9, 13, CITY);
            plan(crew, today, 14, 18, null);
        }
        UUID tariff = tariff();
        told(
                "Мария Новосёлова",
                "+79000000201",
                "Светлогорск, проспект Мира, 48, кв. 12",
                tariff,
                ApplicationSource.SITE);
        told("Пётр Дачников", "+79000000202", "СНТ «Берёзка», участок 17", null, ApplicationSource.CALL);
        told("Светлана Переездова", "+79000000203", "Светлогорск, Молодёжная, 30-44", tariff, ApplicationSource.API);
        found(
                told("Игорь Соседов", "+79000000204", "Светлогорск, Мира 4", tariff, ApplicationSource.CALL),
                CITY,
                AVENUE,
                "4",
                null);
        List<UUID> shifts = crews.listFree(today.plusDays(1), null).stream()
                .map(shift -> shift.id())
                .toList();
        Application soon =
                told("Ольга Ожидаева", "+79000000205", "Светлогорск, Мира 29-7", tariff, ApplicationSource.SITE);
        appoint(found(soon, CITY, AVENUE, "29", "7"), shifts.get(0));
        Application later =
                told("Андрей Скоролётов", "+79000000206", "Светлогорск, Мира 84-1", tariff, ApplicationSource.CALL);
        appoint(found(later, CITY, AVENUE, "84", "1"), shifts.get(shifts.size() / 2));
        connected(shifts.get(1));
        refuse("Никита Хуторской", "+79000000207", "Хутор Дальний, 1", "Нашей сети там пока нет.", true);
        refuse("Зоя Сомнева", "+79000000208", "Светлогорск, Мира 9", "Заявитель передумал.", false);
    }

    /** Somebody who has been connected, as if by an application: nobody new, so that the demo's figures stay. */
    private void connected(UUID shift) {
        UUID customer = customers.search("abonent14@example.org", 1).get(0).id();
        Application one = applications.record(new RecordedApplication(
                ApplicationSource.SITE, customer, null, null, null, "По договору", null, null, null, null));
        Application visited = applications.schedule(
                found(one, "Заречный", "ул. Садовая", "43", "15").id(), null, new Appointment(shift, null));
        UUID order = Objects.requireNonNull(visited.visit()).workOrderId();
        orders.get(order).checklist().forEach(item -> orders.check(order, item.no(), true));
        orders.sign(order, Base64.getDecoder().decode(DOT));
        // one statement, because a visit and its application have to say the same at each commit
        Sql.in(database)
                .update(
                        """
                        with made as (update work_orders set status = 'done', closed_at = ?, version = version + 1
                            where id = ?)
                        update applications a set status = 'installed', status_at = ?, contract_id = s.contract_id,
                            subscription_id = s.id, tariff_id = s.tariff_id, version = a.version + 1
                        from (select * from subscriptions where customer_id = ? order by id limit 1) s where a.id = ?""",
                        clock.instant(),
                        order,
                        clock.instant(),
                        customer,
                        one.id());
    }

    private Crew crew(String name, List<UUID> members) {
        return crews.create(new NewCrew(name, true, members));
    }

    private void plan(Crew crew, LocalDate today, int from, int to, @Nullable String area) {
        crews.plan(
                crew.id(),
                new NewShifts(
                        today,
                        today.plusDays(TWO_WEEKS),
                        Set.of(1, 2, 3, 4, 5, 6),
                        LocalTime.of(from, 0),
                        LocalTime.of(to, 0),
                        area,
                        3));
    }

    private @Nullable UUID tariff() {
        return tariffs.list(TariffQuery.all()).stream()
                .filter(row -> row.code().equals("HOME-300"))
                .findFirst()
                .map(TariffRow::id)
                .orElse(null);
    }

    private Application told(
            String name, String phone, String address, @Nullable UUID tariff, ApplicationSource source) {
        return applications.record(
                new RecordedApplication(source, null, name, phone, null, address, tariff, null, true, "ru"));
    }

    private Application found(Application one, String city, String street, String house, @Nullable String flat) {
        NewAddress address = new NewAddress(null, city, street, house, flat, null, null, null);
        return applications.accept(one.id(), null, new Feasible(address, "Свободный порт в доме есть.", null));
    }

    private void appoint(Application one, UUID shift) {
        applications.schedule(one.id(), null, new Appointment(shift, "Роутер, 20 м кабеля"));
    }

    private void refuse(String name, String phone, String address, String reason, boolean waits) {
        Application one = told(name, phone, address, null, ApplicationSource.CALL);
        applications.refuse(one.id(), null, new ApplicationRefusal(reason, waits));
    }
}
