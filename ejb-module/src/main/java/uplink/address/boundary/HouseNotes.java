package uplink.address.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.address.control.HouseNoteRows;
import uplink.address.control.PlaceRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What whoever comes to a house should know, by entrance and floor. */
@Stateless
@Allowed(Permission.ADDRESS_READ)
public class HouseNotes {

    private static final int LONGEST_PLACE = 20;
    private static final int LONGEST_TEXT = 2000;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    /** Those of the whole house first, then by entrance and floor. Refusals: {@code not-found}. */
    public List<HouseNote> list(UUID house) {
        house(house);
        return rows().of(house);
    }

    /** Refusals: {@code not-found}, {@code validation}, {@code conflict} when there is one for that entrance and floor. */
    @Allowed(Permission.ADDRESS_WRITE)
    public HouseNote add(UUID house, NewHouseNote wanted) {
        boolean isHouse = house(house).kind() == PlaceKind.HOUSE;
        new Validation()
                .check(isHouse, "text", Text.of("address.note.no-house"))
                .done();
        HouseNote note = checked(Ids.next(), wanted, 0);
        rows().add(house, note);
        return note;
    }

    /** Refusals: {@code not-found}, {@code stale}, {@code validation}, {@code conflict}. */
    @Allowed(Permission.ADDRESS_WRITE)
    public HouseNote replace(UUID house, UUID id, @Nullable Integer version, NewHouseNote wanted) {
        HouseNote now = rows().one(house, id).orElseThrow(BusinessException::notFound);
        rows().replace(house, checked(id, wanted, version == null ? now.version() : version));
        return rows().one(house, id).orElseThrow(BusinessException::notFound);
    }

    /** Refusals: {@code not-found}. */
    @Allowed(Permission.ADDRESS_WRITE)
    public void remove(UUID house, UUID id) {
        if (!rows().delete(house, id)) {
            throw BusinessException.notFound();
        }
    }

    private static HouseNote checked(UUID id, NewHouseNote wanted, int version) {
        Validation validation = new Validation();
        HouseNote note = new HouseNote(
                id,
                validation.optional("entrance", wanted.entrance(), LONGEST_PLACE),
                validation.optional("floor", wanted.floor(), LONGEST_PLACE),
                validation.words("text", wanted.text(), LONGEST_TEXT),
                version);
        validation.done();
        return note;
    }

    private Place house(UUID id) {
        return new PlaceRows(Sql.in(database)).one(id).orElseThrow(BusinessException::notFound);
    }

    private HouseNoteRows rows() {
        return new HouseNoteRows(Sql.in(database));
    }
}
