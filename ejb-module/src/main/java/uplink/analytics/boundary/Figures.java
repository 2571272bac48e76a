package uplink.analytics.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.Permission;
import uplink.shared.Settings;
import uplink.shared.Sql;
import uplink.shared.Text;

/** Figures by day, kept up to date from events, usually within a second. */
@Stateless
@Allowed(Permission.DASHBOARD_READ)
public class Figures {

    private static final int LONGEST_PERIOD_DAYS = 1100;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    public Figures() {}

    Figures(DataSource database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The figures of the days in {@code [from, to)}, by day and figure; days without any are left out. Refused with
     * {@code validation} when the period is empty or longer than three years.
     */
    public List<DayFigure> period(LocalDate from, LocalDate to) {
        if (!from.isBefore(to) || from.plusDays(LONGEST_PERIOD_DAYS).isBefore(to)) {
            throw BusinessException.invalid("to", Text.of("analytics.period"));
        }
        return Sql.in(database)
                .list(
                        """
                        select day, figure, sum(count), sum(amount) from daily_figures
                        where day >= ? and day < ? group by day, figure order by day, figure""",
                        Figures::dayFigure,
                        from,
                        to);
    }

    /** Today in the operator's zone, and what waits for a person. */
    public Today today() {
        LocalDate day = clock.today();
        Map<Figure, DayFigure> found = new EnumMap<>(Figure.class);
        period(day, day.plusDays(1)).forEach(f -> found.put(f.figure(), f));
        List<DayFigure> all = Arrays.stream(Figure.values())
                .map(f -> Optional.ofNullable(found.get(f))
                        .orElseGet(() -> new DayFigure(day, f, 0, BigDecimal.ZERO.setScale(2), Settings.currency())))
                .toList();
        return new Today(day, all, attention());
    }

    private List<Attention> attention() {
        return Sql.in(database)
                .list(
                        """
                        select * from (
                            select 'quarantine' as kind, count(*) as how_many from quarantine where resolved_at is null
                            union all select 'failed-runs', count(*) from bill_runs r where r.status = 'failed'
                                and not exists (select 1 from bill_runs n where n.created_at > r.created_at
                                                and n.mode = r.mode and n.status = 'completed')
                            union all select 'failed-jobs', count(distinct job) from job_runs j where j.status = 'failed'
                                and not exists (select 1 from job_runs n where n.job = j.job
                                                and n.due_at > j.due_at and n.status = 'completed')
                            union all select 'dead-letters', count(*) from dead_letters where replayed_at is null
                            union all select 'refunds-came-back', count(*) from refunds r
                                join open_credits k on k.transaction_id = r.came_back
                                where r.came_back >= uuid7_floor(clock_timestamp() - interval '30 days')
                            union all select kind, services from access_gaps
                            union all select 'waiting-events', count(*) from outbox
                                where id < uuid7_floor(clock_timestamp() - interval '1 minute')) as waiting
                        where how_many > 0""",
                        row -> new Attention(Coded.of(Attention.Kind.class, row.getString(1)), row.getLong(2)));
    }

    private static DayFigure dayFigure(ResultSet row) throws SQLException {
        return new DayFigure(
                row.getObject(1, LocalDate.class),
                Coded.of(Figure.class, row.getString(2)),
                row.getLong(3),
                row.getBigDecimal(4),
                Settings.currency());
    }
}
