package uplink.notification.campaign.control;

import java.util.ArrayList;
import java.util.List;
import uplink.customer.boundary.ConsentKind;
import uplink.customer.boundary.CustomerSelection;
import uplink.notification.boundary.NoticeChannel;
import uplink.notification.boundary.NoticeKind;
import uplink.notification.campaign.boundary.CampaignAudience;
import uplink.shared.Sql;

/** Whom a filter finds, counted before anything is sent; the same conditions as when it is. */
public final class Audience {

    private static final String COUNT =
            """
            with found as (select x.id from (%s limit ?) x),
            agreed as (select f.id from found f where exists (select from consents k
                where k.customer_id = f.id and k.kind = ? and k.withdrawn_on is null))
            select (select count(*) from found), (select count(*) from agreed),""";

    private static final String REACHED =
            """
             (select count(*) from agreed g join notice_channels d on d.topic = ? and d.channel = ?
                left join notice_choices w on w.customer_id = g.id and w.topic = d.topic and w.channel = d.channel
                where coalesce(w.wanted, d.wanted) and exists (select from message_addresses a
                    where a.customer_id = g.id and a.channel = d.channel and not exists (select from dead_addresses x
                        where x.channel = a.channel and x.address = a.address and x.customer_id = a.customer_id)))""";

    private static final List<NoticeChannel> SENT = List.of(NoticeChannel.EMAIL, NoticeChannel.SMS, NoticeChannel.PUSH);

    private final Sql sql;

    public Audience(Sql sql) {
        this.sql = sql;
    }

    /** @param most nobody counts any further */
    public CampaignAudience count(CustomerSelection selection, int most) {
        List<Object> parameters = new ArrayList<>(selection.parameters());
        parameters.add(most);
        parameters.add(ConsentKind.MARKETING.code());
        SENT.forEach(
                way -> parameters.addAll(List.of(NoticeKind.CAMPAIGN.topic().code(), way.code())));
        String reached = String.join(",", SENT.stream().map(way -> REACHED).toList());
        return sql.first(
                        COUNT.formatted(selection.query()) + reached,
                        row -> new CampaignAudience(
                                row.getInt(1),
                                row.getInt(2),
                                List.of(
                                        new CampaignAudience.Way(NoticeChannel.APP, row.getInt(2)),
                                        new CampaignAudience.Way(NoticeChannel.EMAIL, row.getInt(3)),
                                        new CampaignAudience.Way(NoticeChannel.SMS, row.getInt(4)),
                                        new CampaignAudience.Way(NoticeChannel.PUSH, row.getInt(5)))),
                        parameters.toArray())
                .orElseThrow();
    }
}
