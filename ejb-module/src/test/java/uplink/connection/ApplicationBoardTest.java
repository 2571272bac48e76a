package uplink.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uplink.connection.boundary.Application;
import uplink.connection.boundary.ApplicationSource;
import uplink.connection.boundary.BoardColumn;
import uplink.connection.boundary.FunnelRow;
import uplink.shared.Ids;
import uplink.shared.PageRequest;
import uplink.shared.ProblemType;

/** Applications by state, as they are found, and how far they come. */
class ApplicationBoardTest extends ApplicationCases {

    @Test
    void theBoardCountsAndShowsByState() {
        String mark = "m" + Ids.next().toString().replace("-", "");
        for (int i = 0; i < 23; i++) {
            site.applied(mark);
        }
        Application found = site.accepted(site.applied(mark));
        site.refuse(site.applied(mark), "Нет", false);
        List<BoardColumn> board = site.board(mark);
        assertEquals(
                Map.of("new", 23L, "feasible", 1L, "scheduled", 0L, "installed", 0L, "refused", 1L),
                board.stream().collect(Collectors.toMap(k -> k.status().code(), BoardColumn::count)));
        assertEquals(20, board.get(0).cards().size());
        assertTrue(board.get(0).isCut());
        assertEquals(found.id(), board.get(1).cards().get(0).id());
        desk.boundaries.today(Site.TODAY.plusDays(31));
        List<BoardColumn> later = site.board(mark);
        assertEquals(0, later.get(4).count(), "what was decided long ago is in the list");
        assertEquals(31, later.get(0).cards().get(0).days());
        assertEquals(25, site.applications.count(site.query(mark)));
        assertEquals(
                25,
                site.applications
                        .page(site.query(mark), PageRequest.of(100, null))
                        .items()
                        .size());
    }

    @Test
    void whatIsTypedIsFoundInEverySpelling() {
        Application made = site.accepted(site.applied("Щёголев " + Ids.next()));
        for (String typed : List.of(made.number(), made.contactName().toUpperCase(Locale.ROOT), "щеголев")) {
            assertTrue(
                    site.applications.list(site.query(typed)).stream()
                            .anyMatch(row -> row.id().equals(made.id())),
                    typed);
        }
        assertEquals(0, site.applications.count(site.query("100%_никто\\")));
    }

    @Test
    void theFunnelTellsHowFarThoseOfAPeriodHaveCome() {
        LocalDate quiet = LocalDate.of(2031, 3, 1);
        desk.boundaries.today(quiet);
        Application first = site.applied();
        Application second = site.applied();
        site.applied();
        site.applied();
        desk.boundaries.today(quiet.plusDays(2));
        site.accepted(first);
        desk.boundaries.today(quiet.plusDays(5));
        site.accepted(second);
        site.refuse(site.applications.get(second.id()), "Передумал", false);
        List<FunnelRow> funnel = site.applications.listFunnel(quiet, quiet);
        assertEquals(4, funnel.get(0).made());
        FunnelRow.Stage feasible = funnel.get(0).stages().get(0);
        assertEquals(2, feasible.count());
        assertEquals(new BigDecimal("50.0"), feasible.percent());
        assertEquals(new BigDecimal("3.5"), feasible.medianDays(), "of two and five days");
        FunnelRow.Stage refused = funnel.get(0).stages().get(3);
        assertEquals(new BigDecimal("25.0"), refused.percent());
        assertEquals(ApplicationSource.SITE, funnel.get(1).source());
        assertEquals(4, funnel.get(1).made());
        assertEquals(0, funnel.get(3).made(), "nobody called");
        assertNull(funnel.get(3).stages().get(0).percent());
        assertEquals(
                0,
                site.applications
                        .listFunnel(quiet.plusDays(1), quiet.plusDays(5))
                        .get(0)
                        .made(),
                "by the day on which they were made");
        refused(ProblemType.VALIDATION, () -> site.applications.listFunnel(quiet, quiet.minusDays(1)));
    }
}
