package uplink.retention.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.retention.control.Cutoff;
import uplink.retention.control.DuePeople;
import uplink.retention.control.DueRows;
import uplink.retention.control.Found;
import uplink.retention.control.RuleRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.SystemTime;
import uplink.shared.Text;
import uplink.shared.Validation;

/** How long things are kept: what there is, what each rule would take, and changing it (ADR 69). */
@Stateless
@Allowed(Permission.RETENTION_MANAGE)
public class RetentionRules {

    private static final int MOST_PER_NIGHT = 10_000_000;
    private static final int LONGEST = 36_500;
    private static final int LONGEST_REASON = 300;
    private static final int EDITS = 100;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    /** All of them, in the order in which they are done. */
    public List<RetentionRule> list() {
        return rules().all();
    }

    /** Refusals: {@code not-found}. */
    public RetentionRule get(String code) {
        return rules().one(code).orElseThrow(BusinessException::notFound);
    }

    /** Who changed it when, newest first, at most 100. Refusals: {@code not-found}. */
    public List<RetentionEdit> history(String code) {
        get(code);
        return rules().edits(code, EDITS);
    }

    /**
     * Refusals: {@code not-found}, {@code stale}, {@code validation} when it keeps for a shorter time than the law or the
     * program wants, or erases without grounds.
     */
    public RetentionRule update(String code, @Nullable Integer version, RetentionChange change) {
        RetentionRule kept = get(code);
        boolean enabled = change.enabled() == null ? kept.enabled() : change.enabled();
        int keep = change.keep() == null ? kept.keep() : change.keep();
        int perNight = change.perNight() == null ? kept.perNight() : change.perNight();
        Validation validation = new Validation();
        String reason = change.reason() == null
                ? kept.reason()
                : validation.optionalWords("reason", change.reason(), LONGEST_REASON);
        checkKeep(validation, kept, keep);
        validation
                .check(
                        perNight >= 1 && perNight <= MOST_PER_NIGHT,
                        "perNight",
                        Text.of("retention.per-night", MOST_PER_NIGHT))
                .check(!(kept.erases() && enabled && reason == null), "reason", Text.of("retention.reason"))
                .done();
        RetentionChange wanted = new RetentionChange(enabled, keep, perNight, reason);
        int seen = version == null ? kept.version() : version;
        rules().change(code, seen, wanted, Callers.current().userId(), clock.instant());
        return get(code);
    }

    /**
     * What it would take, now and by itself: other rules may come first. Refusals: {@code not-found}, {@code validation}.
     *
     * @param keep what it shall be; null: what it is
     */
    public RetentionPreview preview(String code, @Nullable Integer keep) {
        RetentionRule rule = get(code);
        int counted = keep == null ? rule.keep() : keep;
        Validation validation = new Validation();
        checkKeep(validation, rule, counted);
        validation.done();
        Instant now = rules().isBusiness(code) ? clock.instant() : SystemTime.now();
        Instant before = Cutoff.of(now, clock.getZone(), rule.unit(), counted);
        DuePeople people = DuePeople.of(Sql.in(database), rules().isOfApplicants(code), before, clock.today());
        Found found = rule.erases() ? people.first() : new DueRows(Sql.in(database)).first(code, before);
        return new RetentionPreview(
                code,
                counted,
                before,
                found.count(),
                found.more(),
                (found.count() + rule.perNight() - 1) / rule.perNight(),
                rule.enabled() ? RetentionNights.next(clock) : null,
                found.first(),
                rule.erases() ? people.held() : List.of(),
                rule.erases() ? people.heldFirst() : List.of());
    }

    private static void checkKeep(Validation validation, RetentionRule rule, int keep) {
        String key = (rule.lawRu() == null ? "retention.keep." : "retention.keep.law.")
                + rule.unit().code();
        validation
                .check(keep >= rule.least(), "keep", Text.of(key, rule.least()))
                .check(keep <= LONGEST, "keep", Text.of("retention.keep.most", LONGEST));
    }

    private RuleRows rules() {
        return new RuleRows(Sql.in(database));
    }
}
