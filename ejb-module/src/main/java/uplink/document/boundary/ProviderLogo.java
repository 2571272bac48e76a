package uplink.document.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.sql.DataSource;
import uplink.document.control.Logo;
import uplink.document.control.LogoRow;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Text;

/** The provider's sign on papers. Papers that were handed out keep the one that they have. */
@Stateless
@Allowed(Permission.PAYMENT_CONFIGURE)
public class ProviderLogo {

    /** Bytes of a file. */
    public static final int LARGEST = 1_000_000;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    /** What is said of a larger file. */
    public static Text tooLarge() {
        return Text.of("document.logo.too-large", LARGEST / 1000);
    }

    /** PNG in base64. */
    public Optional<String> find() {
        return row().find();
    }

    /** Refusals: {@code validation} when that is no picture, or too large. */
    public void replace(byte[] file) {
        if (file.length > LARGEST) {
            throw BusinessException.invalid("logo", tooLarge());
        }
        row().keep(Logo.of(file), clock.instant());
    }

    public void remove() {
        row().remove();
    }

    private LogoRow row() {
        return new LogoRow(Sql.in(database));
    }
}
