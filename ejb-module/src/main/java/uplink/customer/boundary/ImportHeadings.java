package uplink.customer.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.PlaceFiles;
import uplink.customer.control.HeadingRows;
import uplink.customer.control.ImportBook;
import uplink.customer.control.ImportColumn;
import uplink.customer.control.ImportTakers;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;
import uplink.shared.table.DelimitedFile;
import uplink.shared.table.DelimitedHead;
import uplink.shared.table.Headings;

/** Other programs' files call things by other names: what those mean is said once and remembered. */
@Stateless
@Allowed(Permission.IMPORT_RUN)
public class ImportHeadings {

    private static final int SAMPLES = 3;
    private static final int LONGEST_SAMPLE = 60;
    private static final int LONGEST = 100;
    private static final int MOST = 100;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private PlaceFiles places;

    @Inject
    private ImportTakers takers;

    /** What is remembered, by kind and heading: {@code size} of them (1 to 1000) after the first {@code first}; null: all kinds. */
    public List<ImportHeading> list(@Nullable ImportKind kind, int first, int size) {
        return rows().list(kind, Math.max(0, first), Math.max(1, Math.min(size, 1000)));
    }

    public long count(@Nullable ImportKind kind) {
        return rows().count(kind);
    }

    /**
     * The headings of a file that was uploaded, and what each means today. Refusals: {@code not-found},
     * {@code invalid-state} when the file is no longer kept, or has no headings.
     */
    public FileHeadings of(UUID importId) {
        return headings(file(importId));
    }

    /**
     * Remembers what headings of this file mean, for every file of its kind. Refusals: as {@link #of}; {@code validation} for
     * a heading that the file has not or the guide documents, a column that does not exist, and two headings for one column.
     */
    public FileHeadings explain(UUID importId, @Nullable List<HeadingEdit> edits) {
        Kept file = file(importId);
        FileHeadings before = headings(file);
        List<HeadingEdit> said = edits == null ? List.of() : edits;
        check(before, said);
        Map<String, @Nullable String> meanings = new LinkedHashMap<>();
        said.forEach(edit -> meanings.put(Headings.key(Objects.requireNonNull(edit.heading())), edit.column()));
        rows().remember(
                        file.kind(),
                        List.copyOf(meanings.keySet()),
                        new ArrayList<>(meanings.values()),
                        Callers.current().userId(),
                        clock.instant());
        return headings(file);
    }

    /** It means nothing any more. Refusals: {@code not-found}. */
    public void forget(ImportKind kind, String heading) {
        if (!rows().forget(kind, Headings.key(heading))) {
            throw BusinessException.notFound();
        }
    }

    private record Kept(UUID id, ImportKind kind, byte[] content) {}

    private Kept file(UUID id) {
        ImportBook book = new ImportBook(database);
        ImportReport report = book.report(id).orElseThrow(BusinessException::notFound);
        byte[] content = book.content(id);
        if (content.length == 0) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("customer.import.file-gone"));
        }
        if (report.kind() == ImportKind.PLACES && !places.hasHeadings(content)) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("customer.import.no-headings"));
        }
        return new Kept(id, report.kind(), content);
    }

    private FileHeadings headings(Kept file) {
        DelimitedHead head = DelimitedHead.of(new DelimitedFile(file.content()), SAMPLES);
        Meanings meanings = meanings(file.kind());
        List<FileHeading> headings = IntStream.range(
                        0, Math.min(MOST, head.headings().size()))
                .mapToObj(i -> meanings.of(head.headings().get(i), head.samples(i)))
                .toList();
        Set<String> there = new HashSet<>();
        headings.forEach(heading -> there.add(Objects.requireNonNullElse(heading.column(), "")));
        List<String> missing = needed(file.kind()).stream()
                .filter(column -> !there.contains(column))
                .sorted()
                .toList();
        return new FileHeadings(file.id(), file.kind(), headings, columns(file.kind()), missing);
    }

    private void check(FileHeadings before, List<HeadingEdit> said) {
        Validation validation = new Validation();
        validation.check(!said.isEmpty() && said.size() <= MOST, "headings", Text.of("customer.import.headings"));
        Set<String> taken = new HashSet<>();
        before.headings().stream()
                .filter(one -> one.column() != null && said.stream().noneMatch(edit -> isAbout(edit, one)))
                .forEach(one -> taken.add(one.column()));
        for (int i = 0; i < said.size() && i < MOST; i++) {
            HeadingEdit edit = said.get(i);
            Optional<FileHeading> there =
                    before.headings().stream().filter(one -> isAbout(edit, one)).findFirst();
            String field = "headings[" + i + "].";
            validation.check(
                    there.isPresent()
                            && there.get().heading().strip().length() <= LONGEST
                            && there.get().meaning() != HeadingMeaning.DOCUMENTED,
                    field + "heading",
                    Text.of("customer.import.heading"));
            String column = edit.column();
            validation.check(
                    column == null || before.columns().contains(column),
                    field + "column",
                    Text.of("customer.import.unknown-column"));
            validation.check(
                    column == null || taken.add(column), field + "column", Text.of("customer.import.duplicate-column"));
        }
        validation.done();
    }

    private static boolean isAbout(HeadingEdit edit, FileHeading one) {
        return edit.heading() != null && Headings.key(edit.heading()).equals(Headings.key(one.heading()));
    }

    private List<String> columns(ImportKind kind) {
        return switch (kind) {
            case PLACES -> places.listColumns();
            case CUSTOMERS ->
                Stream.of(ImportColumn.values()).map(ImportColumn::header).toList();
            default -> taker(kind).columns();
        };
    }

    private List<String> needed(ImportKind kind) {
        return switch (kind) {
            case PLACES -> List.of();
            case CUSTOMERS ->
                ImportColumn.NEEDED.stream().map(ImportColumn::header).toList();
            default -> taker(kind).needed();
        };
    }

    private Function<String, Optional<String>> documented(ImportKind kind) {
        return switch (kind) {
            case PLACES -> places::findColumn;
            case CUSTOMERS -> heading -> ImportColumn.of(heading).map(ImportColumn::header);
            default -> taker(kind)::column;
        };
    }

    private ImportTaker taker(ImportKind kind) {
        return takers.of(kind).orElseThrow(() -> new IllegalStateException("nobody takes files of " + kind));
    }

    private HeadingRows rows() {
        return new HeadingRows(Sql.in(database));
    }

    private Meanings meanings(ImportKind kind) {
        return new Meanings(rows().meanings(kind), documented(kind));
    }

    /**
     * What the headings of one kind of file mean today.
     *
     * @param documented the column that a heading means by itself
     */
    private record Meanings(Map<String, String> explained, Function<String, Optional<String>> documented) {

        FileHeading of(String heading, List<String> samples) {
            List<String> shown = samples.stream()
                    .map(sample -> sample.substring(0, Math.min(LONGEST_SAMPLE, sample.length())))
                    .toList();
            Optional<String> own = documented.apply(heading);
            if (own.isPresent()) {
                return new FileHeading(heading, shown, HeadingMeaning.DOCUMENTED, own.get());
            }
            String column = explained.get(Headings.key(heading));
            if (column == null) {
                return new FileHeading(heading, shown, HeadingMeaning.UNKNOWN, null);
            }
            return column.isEmpty()
                    ? new FileHeading(heading, shown, HeadingMeaning.PASSED_OVER, null)
                    : new FileHeading(heading, shown, HeadingMeaning.EXPLAINED, column);
        }
    }
}
