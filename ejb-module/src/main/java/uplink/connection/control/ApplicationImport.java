package uplink.connection.control;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.ApplicationSource;
import uplink.connection.boundary.RecordedApplication;
import uplink.connection.control.ApplicationRules.Draft;
import uplink.customer.boundary.FileOutcome;
import uplink.customer.boundary.ImportFile;
import uplink.shared.BusinessException;
import uplink.shared.Folding;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.table.DelimitedTable;
import uplink.shared.table.FileDates;
import uplink.shared.table.TableLines;

/** One file of applications: each line checked as what is told on the telephone is, then all of them written together. */
public final class ApplicationImport {

    private static final int LONGEST_KEY = 100;
    private static final Set<String> YES = Set.of("да", "yes", "true", "1", "+");

    /** What the rules call fields, and files columns. */
    private static final Map<String, String> COLUMNS =
            Map.of("contactName", "contact_name", "tariffId", "tariff", "customerId", "contract_number");

    private final Sql sql;
    private final ImportFile file;
    private final String zone;
    private final TableLines<ApplicationColumn> lines =
            new TableLines<>(ApplicationColumn.class, ApplicationColumn::of, ApplicationColumn.NEEDED);
    private final ApplicationStage stage;
    private final Map<String, UUID> tariffs = new HashMap<>();

    /** @param zone the operator's, in which days begin */
    public ApplicationImport(Sql sql, ImportFile file, String zone) {
        this.sql = sql;
        this.file = file;
        this.zone = zone;
        stage = new ApplicationStage(sql);
        sql.list(
                """
                select t.code, t.id from tariffs t where t.is_active and not t.is_addon and exists (select from tariff_versions v
                    where v.tariff_id = t.id and v.valid_from <= ? and (v.valid_to is null or v.valid_to > ?))""",
                row -> tariffs.put(row.getString(1), row.getObject(2, UUID.class)),
                file.today(),
                file.today());
    }

    public FileOutcome run(IntPredicate progress) {
        if (!lines.read(file.content(), file.explained(), this::take, stage::send, progress)) {
            return FileOutcome.stopped(lines.total());
        }
        stage.compare();
        FileOutcome outcome = FileOutcome.of(lines, stage.lines(), file.whole());
        if (outcome.written() && !file.dryRun()) {
            stage.write(file.by(), file.at(), zone);
        }
        return outcome;
    }

    private void take(DelimitedTable.Row<ApplicationColumn> row) {
        int before = lines.refused().size();
        String key = row.get(ApplicationColumn.KEY);
        check(row, key != null && key.length() <= LONGEST_KEY, ApplicationColumn.KEY, "connection.import.key");
        String tariff = row.get(ApplicationColumn.TARIFF);
        check(row, tariff == null || tariffs.containsKey(tariff), ApplicationColumn.TARIFF, "customer.import.tariff");
        Optional<UUID> customer = customer(row);
        LocalDate day = day(row);
        Draft draft = draft(row, customer.orElse(null), tariff == null ? null : tariffs.get(tariff));
        if (lines.refused().size() == before && key != null && draft != null) {
            stage.put(new ApplicationStage.Line(row.line(), key, draft, day));
        }
    }

    private Optional<UUID> customer(DelimitedTable.Row<ApplicationColumn> row) {
        String contract = row.get(ApplicationColumn.CONTRACT_NUMBER);
        Optional<UUID> customer = contract == null
                ? Optional.empty()
                : sql.first(
                        """
                        select c.id from contracts k join customers c on c.id = k.customer_id
                        where k.number = ? and c.status = 'active'""",
                        found -> found.getObject(1, UUID.class),
                        contract);
        check(
                row,
                contract == null || customer.isPresent(),
                ApplicationColumn.CONTRACT_NUMBER,
                "connection.customer.unknown");
        return customer;
    }

    private @Nullable LocalDate day(DelimitedTable.Row<ApplicationColumn> row) {
        String written = row.get(ApplicationColumn.CREATED_ON);
        if (written == null) {
            return null;
        }
        Optional<LocalDate> day =
                FileDates.of(written).filter(said -> said.getYear() >= 1990 && !said.isAfter(file.today()));
        check(row, day.isPresent(), ApplicationColumn.CREATED_ON, "connection.import.date");
        return day.orElse(null);
    }

    /** Null: refused. What a contract number of nobody's leaves open is not told a second time. */
    private @Nullable Draft draft(
            DelimitedTable.Row<ApplicationColumn> row, @Nullable UUID customer, @Nullable UUID tariff) {
        if (customer == null && row.get(ApplicationColumn.CONTRACT_NUMBER) != null) {
            return null;
        }
        String consent = row.get(ApplicationColumn.CONSENT);
        String address = row.get(ApplicationColumn.ADDRESS);
        RecordedApplication told = new RecordedApplication(
                ApplicationSource.API,
                customer,
                row.get(ApplicationColumn.CONTACT_NAME),
                row.get(ApplicationColumn.PHONE),
                row.get(ApplicationColumn.EMAIL),
                address == null ? "" : address,
                tariff,
                row.get(ApplicationColumn.COMMENT),
                consent != null && YES.contains(Folding.folded(consent)),
                row.get(ApplicationColumn.LOCALE));
        try {
            return new ApplicationRules(tariffs::containsValue).of(told, id -> true);
        } catch (BusinessException refused) {
            refused.errors()
                    .forEach(error -> lines.refuse(
                            row.line(), COLUMNS.getOrDefault(error.field(), error.field()), error.message()));
            return null;
        }
    }

    private void check(
            DelimitedTable.Row<ApplicationColumn> row, boolean good, ApplicationColumn column, String reason) {
        if (!good) {
            lines.refuse(row.line(), column.header(), Text.of(reason));
        }
    }
}
