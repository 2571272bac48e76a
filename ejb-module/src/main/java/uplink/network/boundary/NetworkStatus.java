package uplink.network.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.network.control.AddressText;
import uplink.network.control.OutageRows;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Validation;

/** What anybody may ask about the network. Tells nothing about anybody. */
@Stateless
@Allowed(Permission.ANYONE)
public class NetworkStatus {

    private static final int LONGEST = 300;
    private static final int MOST = 100;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    /**
     * Outages that last or are to come, the earliest first, at most a hundred. Refusals: {@code validation}.
     *
     * @param address as people write one; null or nothing that names a place: all of them
     */
    public List<OutageNotice> listOutages(@Nullable String address, Locale reader) {
        Validation validation = new Validation();
        String said = validation.optional("address", address, LONGEST);
        validation.done();
        AddressText text = new AddressText(said == null ? "" : said);
        return new OutageRows(Sql.in(database))
                .open().stream()
                        .flatMap(outage -> notice(outage, text, reader))
                        .limit(MOST)
                        .toList();
    }

    private static Stream<OutageNotice> notice(Outage outage, AddressText text, Locale reader) {
        List<OutagePlace> places = outage.places().stream()
                .filter(place -> text.isEmpty() || text.mayBeIn(place))
                .toList();
        String reason = reader.getLanguage().equals("en") ? outage.reasonEn() : outage.reasonRu();
        return places.isEmpty()
                ? Stream.empty()
                : Stream.of(new OutageNotice(outage.status(), places, reason, outage.startsAt(), outage.expectedEnd()));
    }
}
