package uplink.notification.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import uplink.bulk.boundary.BulkFilter;
import uplink.notification.Peer;
import uplink.notification.boundary.NoticeChannel;
import uplink.notification.campaign.boundary.Campaign;
import uplink.notification.campaign.boundary.CampaignJob;
import uplink.notification.campaign.boundary.CampaignPlan;
import uplink.notification.campaign.boundary.CampaignResult;
import uplink.notification.campaign.boundary.CampaignStart;
import uplink.notification.campaign.boundary.CampaignSteps;
import uplink.notification.campaign.boundary.CampaignWording;
import uplink.notification.campaign.boundary.Campaigns;
import uplink.notification.control.Breaker;
import uplink.notification.control.Channels;
import uplink.notification.control.Dispatcher;
import uplink.notification.control.MessageQueue;
import uplink.notification.control.UnsubscribeLinks;
import uplink.notification.control.channel.ChannelKind;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Doing;
import uplink.shared.Ids;
import uplink.shared.KeyVault;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.testing.Boundaries;
import uplink.testing.Database;

/** A provider who writes to many, and the peers that take what is written. */
abstract class CampaignCases {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final BulkFilter ALL = new BulkFilter(null, null, null, null, null);

    Boundaries boundaries;
    Campaigns campaigns;
    CampaignJob job;
    Steps steps;
    Sql sql;
    UUID operator;
    final Peer mail = new Peer(ChannelKind.EMAIL);
    final Peer sms = new Peer(ChannelKind.SMS);
    private final List<UUID> customers = new ArrayList<>();

    @BeforeEach
    void open() {
        Database.isolate();
        boundaries = new Boundaries(TODAY).with(Channels.class, new Channels(List.of(mail, sms)));
        steps = new Steps(boundaries);
        boundaries.with(CampaignSteps.class, steps);
        campaigns = boundaries.get(Campaigns.class);
        job = boundaries.get(CampaignJob.class);
        sql = boundaries.sql();
        operator = Doing.somebody();
        customers.clear();
    }

    @AfterEach
    void close() throws Exception {
        boundaries.close();
        Database.rejoin();
    }

    /** Somebody who can be reached by letter and telephone and has agreed to advertising. */
    UUID customer(String name) {
        UUID id = stranger(name, name + "@example.org", "+7999000%04d".formatted(customers.size()));
        agree(id);
        return id;
    }

    UUID stranger(String name, @Nullable String email, @Nullable String phone) {
        UUID id = Ids.next();
        Sql.in(Database.owner())
                .update(
                        """
                        insert into customers (id, kind, full_name, contract_number, email, phone, currency, created_at, updated_at)
                        values (?, 'person', ?, ?, ?, ?, 'RUB', now(), now())""",
                        id,
                        name,
                        "K-" + customers.size(),
                        email,
                        phone);
        customers.add(id);
        return id;
    }

    void agree(UUID customer) {
        sql.update(
                """
                insert into consents (id, customer_id, kind, given_on, source, created_at)
                values (?, ?, 'marketing', '2026-11-01', 'paper', now())""",
                Ids.next(),
                customer);
    }

    void withdrawConsent(UUID customer) {
        sql.update(
                "update consents set withdrawn_on = '2026-11-20', withdrawn_source = 'call' where customer_id = ?",
                customer);
    }

    /** A draft with words by these ways in both languages. */
    Campaign draft(int perMinute, NoticeChannel... ways) {
        UUID id = as(operator, () -> campaigns.create(new CampaignPlan("Осень", ALL, List.of(ways), perMinute)))
                .id();
        for (NoticeChannel way : ways) {
            String subject = way == NoticeChannel.EMAIL || way == NoticeChannel.PUSH ? "Тема" : "";
            as(operator, () -> campaigns.write(id, new CampaignWording(way, "ru", subject, "Привет, {name}!")));
            as(operator, () -> campaigns.write(id, new CampaignWording(way, "en", subject, "Hello, {name}!")));
        }
        return get(id);
    }

    /** Ordered for now, and begun. */
    Campaign sent(int perMinute, NoticeChannel... ways) {
        UUID id = draft(perMinute, ways).id();
        as(operator, () -> campaigns.order(id, new CampaignStart(null, null)));
        work();
        return get(id);
    }

    <T> T as(UUID user, Supplier<T> call) {
        Caller caller = new Caller(
                user,
                null,
                "somebody",
                Set.of(Permission.CAMPAIGN_WRITE, Permission.CUSTOMER_READ, Permission.APPROVAL_DECIDE));
        return Doing.as(caller, Campaigns.class, "order", () -> boundaries.call(call));
    }

    Campaign get(UUID id) {
        return boundaries.call(() -> campaigns.get(id));
    }

    /** The job does what there is to do. */
    void work() {
        Callers.run(Caller.system("campaigns"), () -> job.run(Instant.now()));
    }

    /** The peer's job does. */
    void send(Peer peer) {
        UnsubscribeLinks links = new UnsubscribeLinks(new KeyVault("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
        new Dispatcher(
                        Database.app(),
                        new MessageQueue(Database.app()),
                        new Breaker(Database.app()),
                        links,
                        peer,
                        boundaries.get(BusinessClock.class))
                .run(1000);
    }

    CampaignResult result(UUID campaign, NoticeChannel way) {
        return get(campaign).results().stream()
                .filter(one -> one.channel() == way)
                .findFirst()
                .orElseThrow();
    }

    static BusinessException refused(ProblemType type, Supplier<?> call) {
        BusinessException refusal = assertThrows(BusinessException.class, call::get);
        assertEquals(type, refusal.type());
        return refusal;
    }

    static List<String> fields(BusinessException refusal) {
        return refusal.errors().stream().map(error -> error.field()).toList();
    }
}
