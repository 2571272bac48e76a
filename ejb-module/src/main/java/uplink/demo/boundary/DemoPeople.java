package uplink.demo.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.DemoUsers;
import uplink.auth.boundary.UserQuery;
import uplink.auth.boundary.Users;
import uplink.customer.boundary.ConsentKind;
import uplink.customer.boundary.ConsentSource;
import uplink.customer.boundary.Consents;
import uplink.customer.boundary.Contacts;
import uplink.customer.boundary.CustomerChange;
import uplink.customer.boundary.CustomerNotes;
import uplink.customer.boundary.CustomerQuery;
import uplink.customer.boundary.CustomerRequisites;
import uplink.customer.boundary.CustomerRow;
import uplink.customer.boundary.Customers;
import uplink.customer.boundary.NewConsent;
import uplink.customer.boundary.NewContact;
import uplink.customer.boundary.NewNote;
import uplink.shared.BusinessClock;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Permission;

/** Who is behind some of the demo's customers: a company's papers and people, tags, what the operator has noted. */
@ApplicationScoped
class DemoPeople {

    private static final int COMPANY = 61;
    private static final int VILLAGER = 12;
    private static final int AGREEING = 100;
    private static final int MONTHS_SIGNED = 3;
    /** Numbers that nobody has, with check digits that are right. */
    private static final CustomerRequisites PAPERS = new CustomerRequisites(
            "Общество с ограниченной ответственностью «Северный ветер»",
            "863601001",
            "1150000000017",
            "Заречная область, Светлогорск, ул. Молодёжная, 44",
            "ПАО «Учебный банк»",
            "044525000",
            "40702810800000000017");

    @Inject
    private Customers customers;

    @Inject
    private Contacts contacts;

    @Inject
    private CustomerNotes notes;

    @Inject
    private Consents consents;

    @Inject
    private Users users;

    @Inject
    private BusinessClock clock;

    /** Bears repetition: what is there is not written again. */
    void know() {
        UUID company = customer(COMPANY);
        customers.update(company, null, change(PAPERS, List.of("офис", "vip")));
        if (contacts.ofCustomer(company).isEmpty()) {
            contacts.add(company, new NewContact("Вера Северова", "бухгалтерия", "+79000000061", "buh@example.org"));
            contacts.add(company, new NewContact("Пост охраны", "доступ на крышу", "+79000000062", null));
        }
        UUID villager = customer(VILLAGER);
        customers.update(villager, null, change(null, List.of("частный сектор")));
        note(company, "Счета и акты отправлять до пятого числа, просит Вера Северова.", true);
        note(villager, "Во дворе собака: перед выездом позвонить.", false);
        agree();
    }

    /** A hundred have signed, with their contract, that they like to hear of news: somebody for campaigns to reach. */
    private void agree() {
        LocalDate signed = clock.today().withDayOfMonth(1).minusMonths(MONTHS_SIGNED);
        CustomerQuery oldest =
                new CustomerQuery(null, null, null, null, false, CustomerQuery.Sort.CONTRACT_NUMBER, true, 0, AGREEING);
        for (CustomerRow customer : customers.list(oldest)) {
            if (consents.ofCustomer(customer.id()).isEmpty()) {
                consents.give(customer.id(), new NewConsent(ConsentKind.MARKETING, signed, ConsentSource.PAPER));
            }
        }
    }

    private void note(UUID customer, String text, boolean pinned) {
        UserQuery operators =
                new UserQuery("operator" + DemoUsers.DOMAIN, null, true, true, UserQuery.Sort.EMAIL, true, 0, 1);
        if (notes.count(customer) == 0) {
            users.list(operators)
                    .forEach(author -> Callers.run(
                            new Caller(
                                    author.id(),
                                    null,
                                    author.email(),
                                    Set.of(Permission.CUSTOMER_WRITE, Permission.CUSTOMER_READ)),
                            () -> notes.write(customer, new NewNote(text, pinned))));
        }
    }

    private static CustomerChange change(@Nullable CustomerRequisites requisites, List<String> tags) {
        return new CustomerChange(null, null, null, null, null, null, null, requisites, tags);
    }

    private UUID customer(int number) {
        return customers.search("abonent" + number + "@example.org", 1).get(0).id();
    }
}
