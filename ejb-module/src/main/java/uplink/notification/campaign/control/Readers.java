package uplink.notification.campaign.control;

import java.util.Locale;
import java.util.UUID;
import uplink.notification.boundary.NoticeChannel;
import uplink.notification.control.Example;
import uplink.notification.control.NoticeValues;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Sql;
import uplink.shared.Text;

/** As whom, and at which address, somebody reads words before they are sent. */
public final class Readers {

    private final Sql sql;

    public Readers(Sql sql) {
        this.sql = sql;
    }

    public NoticeValues.Reader example(Locale locale) {
        return Example.reader(locale);
    }

    /** {@code not-found}. */
    public NoticeValues.Reader customer(UUID id) {
        return sql.first(
                        "select full_name, contract_number from customers where id = ?",
                        row -> new NoticeValues.Reader(row.getString(1), row.getString(2)),
                        id)
                .orElseThrow(BusinessException::notFound);
    }

    /** Of whoever asks; {@code validation} at {@code address} where there is none. */
    public String ownAddress(NoticeChannel channel) {
        return sql.first(
                        "select case ? when 'email' then email when 'sms' then phone end from users where id = ?",
                        row -> row.getString(1) == null ? "" : row.getString(1),
                        channel.code(),
                        Callers.current().userId())
                .filter(address -> !address.isBlank())
                .orElseThrow(() -> BusinessException.invalid("address", Text.of("campaign.no-own-address")));
    }
}
