package uplink.auth.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
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
     * @param seeds of their authenticators in base32, by the name before the @; whoever has none enrols one at the first
     *     sign-in
     */
    public void createStaff(String password, Map<String, String> seeds) {
        String hash = hasher.hash(password);
        member("admin", "Анна Администратор", hash, seeds);
        member("operator", "Олег Оператор", hash, seeds);
        member("tech", "Тимур Техник", hash, seeds);
        member("accountant", "Белла Бухгалтер", hash, seeds);
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

    private void member(String role, String fullName, String hash, Map<String, String> seeds) {
        UUID user = ensure(role, fullName, role, hash);
        String seed = seeds.get(role);
        if (seed != null) {
            factors.install(user, seed);
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
