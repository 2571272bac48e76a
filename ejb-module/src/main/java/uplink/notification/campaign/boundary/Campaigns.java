package uplink.notification.campaign.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.bulk.boundary.BulkFilter;
import uplink.bulk.boundary.Many;
import uplink.customer.boundary.Customers;
import uplink.notification.boundary.NoticeChannel;
import uplink.notification.boundary.NoticeKind;
import uplink.notification.campaign.control.Audience;
import uplink.notification.campaign.control.CampaignRows;
import uplink.notification.campaign.control.CampaignState;
import uplink.notification.campaign.control.PlanRules;
import uplink.notification.campaign.control.Readiness;
import uplink.notification.control.Channels;
import uplink.notification.control.WordRules;
import uplink.notification.control.Words;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;
import uplink.shared.jobs.JobWanted;

/**
 * Campaigns: words to many customers, planned, ordered, stopped and gone on with. Refusals of all that names one: {@code
 * not-found}; {@code invalid-state} when it does not stand so.
 */
@Stateless
@Allowed(Permission.CAMPAIGN_READ)
public class Campaigns {

    private static final Duration FARTHEST = Duration.ofDays(366);

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Customers customers;

    @Inject
    private Channels channels;

    @Inject
    private Event<JobWanted> wanted;

    @Allowed({Permission.CAMPAIGN_READ, Permission.APPROVAL_DECIDE})
    public Campaign get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /** Newest first, without texts and results. */
    public Page<Campaign> page(@Nullable CampaignStatus status, PageRequest page) {
        return Page.of(rows().before(status, page.before(), page.limit() + 1), page.limit(), campaign -> campaign.id()
                .toString());
    }

    /** A slice for the console. */
    public List<Campaign> list(CampaignQuery query) {
        return rows().list(query);
    }

    /** How many the query has in all. */
    public long count(CampaignQuery query) {
        return rows().count(query);
    }

    /** Whom a filter finds now. Refused with {@code validation}. */
    public CampaignAudience getAudience(BulkFilter filter) {
        Validation validation = new Validation();
        BulkFilter checked = filter.checked(validation);
        validation.done();
        return new Audience(sql()).count(customers.ofQuery(checked.query()), Many.MOST + 1);
    }

    /** A draft, without words yet. Refused with {@code validation}. */
    @Allowed(Permission.CAMPAIGN_WRITE)
    public Campaign create(CampaignPlan plan) {
        UUID id = Ids.next();
        state().create(id, PlanRules.checked(plan), Callers.current().requireUser(), clock.instant());
        return get(id);
    }

    /**
     * Changes a draft. Refused with {@code validation}; {@code stale}.
     *
     * @param version the one the change was made from; null: whatever it is
     */
    @Allowed(Permission.CAMPAIGN_WRITE)
    public Campaign change(UUID id, CampaignPlan plan, @Nullable Integer version) {
        requireDraft(get(id));
        if (!state().change(id, PlanRules.checked(plan), version)) {
            throw BusinessException.stale();
        }
        return get(id);
    }

    /**
     * What a draft says by one way in one language. Refused with {@code validation} at the fields; {@code not-found} also for
     * another language.
     */
    @Allowed(Permission.CAMPAIGN_WRITE)
    public Campaign write(UUID id, CampaignWording wording) {
        Campaign campaign = get(id);
        new Validation()
                .require("channel", wording.channel())
                .require("language", wording.language())
                .done();
        NoticeChannel channel = Objects.requireNonNull(wording.channel());
        String language =
                WordRules.known(Objects.requireNonNull(wording.language())).getLanguage();
        requireDraft(campaign);
        if (!campaign.channels().contains(channel)) {
            throw BusinessException.invalid("channel", Text.of("campaign.no-such-channel"));
        }
        Words words = WordRules.checked(
                NoticeKind.CAMPAIGN,
                channel,
                0,
                Objects.requireNonNullElse(wording.subject(), ""),
                Objects.requireNonNullElse(wording.body(), ""));
        Many.require(state().write(id, channel, language, words), "campaign.not-draft");
        return get(id);
    }

    /** A draft that nobody wants any more. */
    @Allowed(Permission.CAMPAIGN_WRITE)
    public void remove(UUID id) {
        requireDraft(get(id));
        Many.require(state().remove(id), "campaign.not-draft");
    }

    /**
     * Freezes the set, and sends from that moment on; to more than a hundred once a second person has approved it. Refused with
     * {@code validation}: words that are missing, ways that are not set up, a time that has passed, nobody or too many, and
     * without the right number where there are many.
     */
    @Allowed(Permission.CAMPAIGN_WRITE)
    public Campaign order(UUID id, CampaignStart start) {
        Campaign campaign = get(id);
        requireDraft(campaign);
        Instant now = clock.instant();
        Instant at = start.startsAt() == null ? now : start.startsAt();
        Validation validation = new Validation();
        Readiness.check(campaign, channels.configured(), validation);
        validation
                .check(!at.isBefore(now.minus(Duration.ofMinutes(1))), "startsAt", Text.of("campaign.past"))
                .check(!at.isAfter(now.plus(FARTHEST)), "startsAt", Text.of("campaign.far"))
                .done();
        int found = state().freeze(id, customers.ofQuery(campaign.filter().query()), Many.MOST + 1);
        validation
                .check(found > 0, "filter", Text.of("bulk.nobody"))
                .check(found <= Many.MOST, "filter", Text.of("bulk.too-many", Many.MOST))
                .done();
        Many.check(found, start.count());
        Many.require(
                state().order(
                                id,
                                at,
                                found,
                                Many.isCounted(found),
                                Callers.current().requireUser()),
                "campaign.not-draft");
        return underWay(id);
    }

    /** The second person lets it be sent; {@code forbidden} for who has made or ordered it. */
    @Allowed(Permission.APPROVAL_DECIDE)
    public Campaign approve(UUID id, @Nullable String note) {
        String words = Many.note(note);
        Many.refuseOwn(isOwn(get(id)));
        Many.require(
                state().approve(id, Callers.current().requireUser(), words, clock.instant()), "campaign.not-waiting");
        return underWay(id);
    }

    /** It is a draft again; {@code validation} without a reason, {@code forbidden} like {@link #approve}. */
    @Allowed(Permission.APPROVAL_DECIDE)
    public Campaign refuse(UUID id, @Nullable String note) {
        String words = Many.reason(note);
        Many.refuseOwn(isOwn(get(id)));
        Many.require(state().refuse(id, words, clock.instant()), "campaign.not-waiting");
        return get(id);
    }

    /** Before it has begun: it is a draft again. */
    @Allowed(Permission.CAMPAIGN_WRITE)
    public Campaign withdraw(UUID id) {
        get(id);
        Many.require(state().withdraw(id), "campaign.not-withdrawable");
        return get(id);
    }

    /** Nothing more of it is sent, but for the few messages that are on their way to a peer at that moment. */
    @Allowed(Permission.CAMPAIGN_WRITE)
    public Campaign stop(UUID id) {
        get(id);
        Many.require(state().stop(id), "campaign.not-running");
        return get(id);
    }

    /** From where it was stopped or failed. */
    @Allowed(Permission.CAMPAIGN_WRITE)
    public Campaign resume(UUID id) {
        get(id);
        Many.require(state().goOn(id), "campaign.not-stopped");
        return underWay(id);
    }

    private static void requireDraft(Campaign campaign) {
        Many.require(campaign.status() == CampaignStatus.DRAFT, "campaign.not-draft");
    }

    private static boolean isOwn(Campaign campaign) {
        UUID caller = Callers.current().requireUser();
        return caller.equals(campaign.createdById()) || caller.equals(campaign.orderedById());
    }

    private Campaign underWay(UUID id) {
        wanted.fire(new JobWanted(CampaignJob.NAME));
        return get(id);
    }

    private CampaignState state() {
        return new CampaignState(sql());
    }

    private CampaignRows rows() {
        return new CampaignRows(sql());
    }

    private Sql sql() {
        return Sql.in(database);
    }
}
