package uplink.catalog.boundary;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Allowed;
import uplink.shared.Permission;

/** The tariffs. */
@Stateless
@Allowed(Permission.CATALOG_READ)
public class Tariffs {

    /** What is offered today, with names in that language; by code. */
    @Allowed(Permission.ANYONE)
    public List<TariffOffer> offered(Locale locale) {
        throw new UnsupportedOperationException();
    }

    public List<TariffRow> list(TariffQuery query) {
        throw new UnsupportedOperationException();
    }

    /** How many the query finds. */
    public long count(TariffQuery query) {
        throw new UnsupportedOperationException();
    }

    /** Refusals: {@code not-found}. */
    public TariffDetail get(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** Refusals: {@code validation}, {@code conflict} when the code is taken. */
    @Allowed(Permission.CATALOG_WRITE)
    public TariffDetail create(NewTariff wanted) {
        throw new UnsupportedOperationException();
    }

    /**
     * Adds a version and closes the one before it. When it begins before days that are charged already, the next bill
     * run charges or gives back the difference. Refusals: {@code not-found}, {@code validation}, {@code invalid-state}
     * when it begins on or before the first day of the newest version.
     */
    @Allowed(Permission.CATALOG_WRITE)
    public TariffDetail addVersion(UUID id, NewTariffVersion wanted) {
        throw new UnsupportedOperationException();
    }

    /** Refusals: {@code not-found}, {@code stale}, {@code validation}, {@code invalid-state}. */
    @Allowed(Permission.CATALOG_WRITE)
    public TariffDetail update(UUID id, @Nullable Integer version, TariffChange change) {
        throw new UnsupportedOperationException();
    }
}
