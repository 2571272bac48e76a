package uplink.auth.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.auth.control.NewUser;
import uplink.auth.control.PasswordHasher;
import uplink.auth.control.SecondFactors;
import uplink.auth.entity.User;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/** The users of the demo provider. What exists keeps its id and gets the password of this start. */
@Stateless
@Allowed(Permission.SYSTEM)
public class DemoUsers {

    /** Where they all have their e-mail; nobody real is there. */
    public static final String DOMAIN = "@demo.uplink";

    @PersistenceContext(unitName = "uplink")
    private EntityManager entities;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private NewUser newUser;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private SecondFactors factors;

    /**
     * {@code admin@}, {@code operator@}, {@code tech@} and {@code accountant@demo.uplink}.
     *
     * @param totp the seed of their authenticators, base32; empty: they have none
     */
    public void createStaff(String password, String totp) {
        String hash = hasher.hash(password);
        List.of(
                        ensure("admin", "Анна Администратор", "admin", hash),
                        ensure("operator", "Олег Оператор", "operator", hash),
                        ensure("tech", "Тимур Техник", "tech", hash),
                        ensure("accountant", "Белла Бухгалтер", "accountant", hash))
                .stream()
                .filter(user -> !totp.isEmpty())
                .forEach(user -> factors.install(user, totp));
    }

    /** {@code customer1@demo.uplink} and so on, one for each of the customers, in this order. */
    public void createCustomers(List<UUID> customers, String password) {
        String hash = hasher.hash(password);
        for (int i = 0; i < customers.size(); i++) {
            UUID customer = customers.get(i);
            String name = Sql.in(database)
                    .first("select full_name from customers where id = ?", row -> row.getString(1), customer)
                    .orElseThrow();
            UUID user = ensure("customer" + (i + 1), name, "customer", hash);
            Sql.in(database)
                    .update("update customers set user_id = null where user_id = ? and id <> ?", user, customer);
            Sql.in(database).update("update customers set user_id = ? where id = ?", user, customer);
        }
    }

    private UUID ensure(String name, String fullName, String role, String hash) {
        String email = name + DOMAIN;
        User user = newUser.find(email).orElseGet(() -> {
            User made = new User(email, fullName, role, "ru", SystemTime.now());
            entities.persist(made);
            return made;
        });
        user.changePassword(hash, SystemTime.now());
        entities.flush();
        return user.id();
    }
}
