package uplink.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.customer.boundary.FileHeading;
import uplink.customer.boundary.FileHeadings;
import uplink.customer.boundary.HeadingEdit;
import uplink.customer.boundary.ImportHeadings;
import uplink.customer.boundary.ImportKind;
import uplink.customer.boundary.ImportReport;
import uplink.customer.boundary.ImportStatus;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;

/** Files of other programs, whose headings somebody explains. */
class ImportHeadingsTest extends ImportCases {

    private final ImportHeadings headings = desk.boundaries.get(ImportHeadings.class);

    @Test
    void whatWasExplainedOnceIsUnderstoodInEveryFile() {
        ImportReport refused = imported(
                """
                Клиёнт %1$s;№ дог. %1$s;signed_on;Менеджер %1$s;
                Ёлкина Анна;H-%1$s;2025-01-01;Петров;
                """
                        .formatted(mark));
        assertEquals(ImportStatus.REFUSED, refused.status());
        FileHeadings before = headings.of(refused.id());
        assertEquals(
                List.of("unknown", "unknown", "documented", "unknown", "unknown"),
                before.headings().stream().map(one -> one.meaning().code()).toList());
        assertEquals(List.of("contract_number", "full_name"), before.missing());
        assertEquals(List.of("Ёлкина Анна"), before.headings().get(0).samples());

        FileHeadings after = explained(
                refused.id(),
                new HeadingEdit("клиент " + mark, "full_name"),
                new HeadingEdit("№ ДОГ. " + mark + " ", "contract_number"),
                new HeadingEdit("Менеджер " + mark, null),
                new HeadingEdit("", null));
        assertEquals(List.of(), after.missing());
        assertEquals(
                List.of("full_name", "contract_number", "signed_on", "-", "-"),
                after.headings().stream().map(ImportHeadingsTest::meaning).toList());

        UUID again = desk.boundaries.call(() -> imports.again(refused.id())).id();
        work();
        assertEquals(List.of(1, 1, 0, 0), counts(imports.get(again)));
        assertEquals("Ёлкина Анна", customer("H-" + mark).fullName());
        ImportReport other = imported(
                "signed_on\t№ дог. %1$s\tКЛИЕНТ %1$s\n2025-02-01\tI-%1$s\tЩукин Эраст\n"
                        .formatted(mark)
                        .getBytes(Charset.forName("windows-1251")),
                refused.mode(),
                false);
        assertEquals(List.of(1, 1, 0, 0), counts(other));
        assertEquals("Щукин Эраст", customer("I-" + mark).fullName());
    }

    private static String meaning(FileHeading one) {
        return one.column() == null ? "-" : one.column();
    }

    @ParameterizedTest
    @CsvSource({
        "full_name, inn, headings[0].heading", // the guide says what it means
        "elsewhere, inn, headings[0].heading",
        "name, nonsense, headings[0].column",
        "name, full_name, headings[0].column", // another column of the file is that already
    })
    void whatCannotBeMeantIsRefusedBesideItsField(String heading, String column, String field) {
        ImportReport refused =
                imported("full_name;name;contract_number;signed_on\na;b;J-%s;2025-01-01\n".formatted(mark));
        BusinessException refusal =
                assertThrows(BusinessException.class, () -> explained(refused.id(), new HeadingEdit(heading, column)));
        assertEquals(field, refusal.errors().get(0).field());
        assertEquals(
                "unknown", headings.of(refused.id()).headings().get(1).meaning().code());
    }

    @Test
    void twoHeadingsCannotMeanOneColumn() {
        ImportReport refused = imported("a%1$s;b%1$s\nx;y\n".formatted(mark));
        BusinessException refusal = assertThrows(
                BusinessException.class,
                () -> explained(refused.id(), new HeadingEdit("a" + mark, "inn"), new HeadingEdit("b" + mark, "inn")));
        assertEquals("headings[1].column", refusal.errors().get(0).field());
        explained(refused.id(), new HeadingEdit("a" + mark, "inn"), new HeadingEdit("b" + mark, "email"));
        // said otherwise, all at once: what was each other's
        explained(refused.id(), new HeadingEdit("a" + mark, "email"), new HeadingEdit("b" + mark, "inn"));
        assertEquals(
                List.of("email", "inn"),
                headings.of(refused.id()).headings().stream()
                        .map(FileHeading::column)
                        .toList());
    }

    @Test
    void placesAreExplainedApartAndForgotten() {
        byte[] file = "Нас. пункт %1$s\nХимки\n".formatted(mark).getBytes(StandardCharsets.UTF_8);
        UUID id = desk.boundaries
                .call(() -> imports.start(new uplink.customer.boundary.NewImport(
                        ImportKind.PLACES, "p.csv", file, uplink.customer.boundary.ImportMode.ALL_OR_NOTHING, true)))
                .id();
        work();
        explained(id, new HeadingEdit("Нас. пункт " + mark, "city"));
        assertEquals("explained", headings.of(id).headings().get(0).meaning().code());
        ImportReport customers = imported("Нас. пункт %1$s;signed_on\nХимки;2025-01-01\n".formatted(mark));
        assertEquals(
                "unknown",
                headings.of(customers.id()).headings().get(0).meaning().code());
        String key = "нас. пункт " + mark.toLowerCase(java.util.Locale.ROOT);
        assertEquals(
                1,
                headings.list(ImportKind.PLACES, 0, 1000).stream()
                        .filter(one -> one.heading().equals(key))
                        .count());
        desk.boundaries.run(() -> headings.forget(ImportKind.PLACES, "Нас. пункт " + mark));
        assertEquals("unknown", headings.of(id).headings().get(0).meaning().code());
        assertEquals(
                ProblemType.NOT_FOUND,
                assertThrows(
                                BusinessException.class,
                                () -> desk.boundaries.run(
                                        () -> headings.forget(ImportKind.PLACES, "Нас. пункт " + mark)))
                        .type());
    }

    @Test
    void whatIsNotKeptAnyMoreIsUploadedAgain() {
        ImportReport refused = imported("a%s\nb\n".formatted(mark));
        desk.boundaries.sql().update("update imports set content = '' where id = ?", refused.id());
        assertEquals(
                ProblemType.INVALID_STATE,
                assertThrows(BusinessException.class, () -> headings.of(refused.id()))
                        .type());
        assertEquals(
                ProblemType.INVALID_STATE,
                assertThrows(BusinessException.class, () -> desk.boundaries.call(() -> imports.again(refused.id())))
                        .type());
    }

    private FileHeadings explained(UUID id, HeadingEdit... edits) {
        return desk.boundaries.call(() -> headings.explain(id, List.of(edits)));
    }
}
