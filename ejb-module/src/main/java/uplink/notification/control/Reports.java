package uplink.notification.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.notification.control.channel.ChannelKind;
import uplink.notification.control.channel.DeliveryReports;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/** Writes down what peers report of messages that they have taken. */
@ApplicationScoped
public class Reports implements DeliveryReports {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    protected Reports() {}

    public Reports(DataSource database) {
        this.database = database;
    }

    /** A letter came back; tells whether it was one of ours. An address that is no more is left alone from now on. */
    public boolean bounced(BounceReport report) {
        arrived(ChannelKind.EMAIL, report.reference(), report.delivered(), report.why());
        if (report.gone() && !report.delivered()) {
            Sql.in(database)
                    .update(
                            """
                            insert into dead_addresses (channel, address, customer_id, why, since)
                            select m.channel, m.sent_to, m.customer_id, left(?, 500), ? from messages m
                            where m.channel = 'email' and m.reference = ? on conflict do nothing""",
                            report.why(),
                            SystemTime.now(),
                            report.reference());
        }
        return Sql.in(database)
                        .number(
                                "select count(*) from messages where channel = 'email' and reference = ?",
                                report.reference())
                > 0;
    }

    /** What was not delivered is parked with what failed here: people look at both in one place. */
    @Override
    public void arrived(ChannelKind channel, String reference, boolean delivered, @Nullable String why) {
        new EarlyReports(Sql.in(database)).add(channel, reference, delivered, why);
    }
}
