package uplink.bench.documents;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import uplink.bench.Cluster;
import uplink.bench.Machine;
import uplink.bench.Provider;
import uplink.bench.billrun.OurRun;
import uplink.bench.meter.Cost;
import uplink.bench.meter.Meter;
import uplink.billing.requisites.boundary.ProviderRequisites;
import uplink.billing.requisites.boundary.Requisites;
import uplink.billing.requisites.control.RequisiteRows;
import uplink.billing.run.boundary.RunMode;
import uplink.billing.run.control.RunSettings;
import uplink.document.boundary.PackageWork;
import uplink.document.boundary.TemplateKind;
import uplink.document.control.PackageRows;
import uplink.document.control.PaperDesk;
import uplink.document.control.PdfPress;
import uplink.document.control.StaffBooks;
import uplink.document.control.TemplateRows;
import uplink.document.control.Templates;
import uplink.shared.BusinessClock;
import uplink.shared.Ids;
import uplink.shared.Sql;

/**
 * Main class behind {@code bench/documents}: bills a month and makes the files of all its invoices by the product's own bulk
 * job, on one thread as the product does. The floor is the renderer alone, with the same fonts and the same conformance, on the
 * same XHTML, which was filled in before. Both take turns, lot by lot, so that what drifts, drifts for both.
 */
public final class DocumentsBench {

    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");
    private static final String DATABASE = "documents";
    private static final Locale LANGUAGE = Locale.forLanguageTag("ru");
    private static final int LOTS = 10;
    /** The job looks after so many whether it is to stop. */
    private static final int STEP = 20;

    private static final int WARM_UP = 200;

    private final Cluster cluster;
    private final int invoices;
    private final BusinessClock clock = new BusinessClock();
    private String findings = "";

    DocumentsBench(Cluster cluster, int invoices) {
        this.cluster = cluster;
        this.invoices = invoices;
    }

    /**
     * Exit code 1: files are missing, there twice or not what they say.
     *
     * @param arguments how many invoices, 10,000 unless told
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        FLYWAY.setLevel(Level.WARNING);
        Path target = Path.of(System.getProperty("bench.target", "target"));
        int invoices = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        boolean right;
        try (Cluster cluster = Cluster.start(target.resolve("documents-postgres"))) {
            DocumentsBench bench = new DocumentsBench(cluster, invoices);
            String report = bench.measure();
            right = bench.findings.isEmpty();
            System.out.println(report);
            Files.writeString(target.resolve("documents.md"), report);
        }
        System.exit(right ? 0 : 1);
    }

    /** Measures and answers the report. */
    String measure() throws SQLException {
        UUID run = billed();
        try (OneConnection connection = new OneConnection(cluster.application(DATABASE))) {
            Sql sql = Sql.in(connection.pool());
            Wired beans = new Wired(connection.pool(), clock);
            Press press = new Press(sql, beans);
            PackageRows packages = new PackageRows(sql);
            UUID ordered = packages.order(Ids.next(), run, LANGUAGE, null, clock.instant());
            PackageWork work = beans.get(PackageWork.class);
            work.begin(ordered);
            press.texts(ordered, 0, WARM_UP).forEach(PdfPress::print);
            List<Lot> lots = new ArrayList<>();
            int lot = Math.max(STEP, (invoices / LOTS + STEP - 1) / STEP * STEP);
            for (int done = 0; done < invoices; done = Math.min(invoices, done + lot)) {
                int upTo = Math.min(invoices, done + lot);
                lots.add(lot(press, packages, work, ordered, done, upTo));
                System.err.println(upTo + " of " + invoices);
            }
            work.goOn(ordered); // it finds nothing more, and writes its end
            findings =
                    new Kept(sql, run, invoices).findings(packages.find(ordered).orElseThrow());
            return Machine.describe() + report(lots);
        }
    }

    private UUID billed() throws SQLException {
        cluster.createWithSchema(DATABASE);
        LocalDate month = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).minusMonths(1);
        Provider provider = new Provider(invoices + invoices / 4, 1, month);
        if (provider.customers() != invoices) {
            throw new IllegalArgumentException("a multiple of four, please");
        }
        provider.create(cluster.superuser(DATABASE));
        new RequisiteRows(Sql.in(cluster.application(DATABASE)))
                .keep(
                        new Requisites(
                                "ООО «Испытательная связь»",
                                "7700000009",
                                "770001001",
                                "40702810800000000017",
                                "ПАО «Учебный банк»",
                                "044525000",
                                "30101810900000000000",
                                "Оплата по договору {contract}, счёт {invoice} от {day}",
                                "Москва, Учебная ул., 1",
                                null),
                        null,
                        clock.instant());
        OurRun run = new OurRun(cluster.application(DATABASE), RunSettings.fromEnvironment());
        run.bill(month, RunMode.COMMIT, 2);
        Provider.settle(cluster.superuser(DATABASE));
        return run.id();
    }

    private Lot lot(Press press, PackageRows packages, PackageWork work, UUID ordered, int done, int upTo)
            throws SQLException {
        Meter meter = cluster.meter();
        long[] floorBytes = new long[1];
        Cost floor = floor(meter, press.texts(ordered, done, upTo), floorBytes);
        Cost ours = meter.of(() -> {
            while (packages.find(ordered).orElseThrow().done() < upTo && work.goOn(ordered)) {
                // and the next files
            }
        });
        System.gc();
        long held = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new Lot(upTo, upTo - done, floor, ours, floorBytes[0], press.keptBytes(ordered, done, upTo), held);
    }

    /** The texts are gone when this returns: they are not what the product holds. */
    private static Cost floor(Meter meter, List<String> texts, long[] bytes) throws SQLException {
        return meter.of(() -> texts.forEach(text -> bytes[0] += PdfPress.print(text).length));
    }

    private String report(List<Lot> lots) {
        long floor = lots.stream().mapToLong(lot -> lot.floor().cpuMicros()).sum();
        long ours = lots.stream().mapToLong(lot -> lot.ours().cpuMicros()).sum();
        long database =
                lots.stream().mapToLong(lot -> lot.ours().postgresMicros()).sum();
        double floorSeconds =
                lots.stream().mapToDouble(lot -> lot.floor().wall().toNanos()).sum() / 1e9;
        double ourSeconds =
                lots.stream().mapToDouble(lot -> lot.ours().wall().toNanos()).sum() / 1e9;
        StringBuilder text = new StringBuilder("## Files of " + invoices + " invoices\n\n")
                .append("Load average at the beginning: ")
                .append(lots.get(0).floor().loadBefore())
                .append("\n\n| each | the renderer alone | the product's bulk job |\n|---|---|---|\n")
                .append(row("processor, µs", floor / invoices, ours / invoices))
                .append(row("… of the database", 0, database / invoices))
                .append(row("bytes", floorBytes(lots), ourBytes(lots)))
                .append(String.format(
                        Locale.ROOT, "| a second | %.1f | %.1f |%n%n", invoices / floorSeconds, invoices / ourSeconds))
                .append(String.format(
                        Locale.ROOT,
                        "Ratio of processor time: **%.2f** (the lots: %s).%n%n",
                        (double) ours / floor,
                        lots.stream()
                                .map(lot -> String.format(Locale.ROOT, "%.2f", lot.ratio()))
                                .toList()))
                .append("| after | largest heap after a collection | heap after a full one | largest resident size |\n")
                .append("|---|---|---|---|\n");
        for (int percent : List.of(10, 50, 100)) {
            text.append(memory(percent, lots));
        }
        return text.append(findings.isEmpty() ? "\nAll are there, each once, each with its hash.\n" : "\n" + findings)
                .toString();
    }

    private String memory(int percent, List<Lot> lots) {
        Lot reached = lots.stream()
                .filter(lot -> lot.upTo() >= (long) invoices * percent / 100)
                .findFirst()
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "| %d files (%d %%) | %d MiB | %d MiB | %d MiB |%n",
                reached.upTo(),
                percent,
                reached.ours().peakHeapBytes() >> 20,
                reached.heldBytes() >> 20,
                reached.ours().peakRssKib() >> 10);
    }

    private long floorBytes(List<Lot> lots) {
        return lots.stream().mapToLong(Lot::floorBytes).sum() / invoices;
    }

    private long ourBytes(List<Lot> lots) {
        return lots.stream().mapToLong(Lot::ourBytes).sum() / invoices;
    }

    private static String row(String what, long floor, long ours) {
        return "| " + what + " | " + floor + " | " + ours + " |\n";
    }

    /** What the renderer is given. */
    private final class Press {

        private final Sql sql;
        private final StaffBooks books;
        private final PaperDesk desk;
        private final String template;

        Press(Sql sql, Wired beans) {
            this.sql = sql;
            this.books = beans.get(StaffBooks.class);
            Requisites payee = beans.get(ProviderRequisites.class).findPublic().orElseThrow();
            this.desk = new PaperDesk(sql, books, payee, clock.instant());
            this.template = new TemplateRows(sql)
                    .current(TemplateKind.INVOICE, LANGUAGE)
                    .body();
        }

        List<String> texts(UUID ordered, int after, int upTo) {
            return sql
                    .list(
                            """
                            select invoice_id from document_package_items
                            where package_id = ? and position > ? and position <= ? order by position""",
                            row -> row.getObject(1, UUID.class),
                            ordered,
                            after,
                            upTo)
                    .stream()
                    .map(id -> Templates.filled(
                            template, desk.model(books.invoice(id, LANGUAGE)).in(LANGUAGE)))
                    .toList();
        }

        long keptBytes(UUID ordered, int after, int upTo) {
            return sql.number(
                    """
                    select coalesce(sum(octet_length(d.pdf)), 0) from document_package_items i join documents d on d.invoice_id = i.invoice_id
                    where i.package_id = ? and i.position > ? and i.position <= ?""",
                    ordered,
                    after,
                    upTo);
        }
    }
}
