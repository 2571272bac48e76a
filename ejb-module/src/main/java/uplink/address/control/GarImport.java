package uplink.address.control;

import java.util.List;
import java.util.function.IntPredicate;
import uplink.address.boundary.PlaceFileOutcome;
import uplink.address.boundary.PlaceRefusal;
import uplink.shared.Sql;
import uplink.shared.Text;

/** One extract of the state's register of addresses. */
public final class GarImport {

    private static final int STEP = 2_000;
    private static final int MOST_REFUSALS = 10_000;

    private final Sql sql;
    private final IntPredicate progress;
    private int read;

    public GarImport(Sql sql, IntPredicate progress) {
        this.sql = sql;
        this.progress = progress;
    }

    /** Whether a file is one: everything else is lines. */
    public static boolean reads(byte[] content) {
        return GarArchive.isOne(content);
    }

    public PlaceFileOutcome run(byte[] content, boolean whole, boolean dryRun) {
        GarStage stage = new GarStage(sql);
        try {
            boolean goesOn = new GarArchive(content)
                    .read(
                            thing -> {
                                stage.put(thing);
                                return step(stage);
                            },
                            link -> {
                                stage.put(link);
                                return step(stage);
                            });
            stage.send();
            return goesOn && progress.test(stage.total())
                    ? settle(stage, whole, dryRun)
                    : PlaceFileOutcome.stopped(stage.total());
        } catch (GarArchive.Unreadable e) {
            Text why = Text.of(e.file().isEmpty() ? "address.gar.none" : "address.gar.xml");
            return new PlaceFileOutcome(
                    false, false, stage.total(), 0, 0, 1, List.of(new PlaceRefusal(e.line(), e.file(), why)));
        }
    }

    /** How far it is, is told in places; links come too. */
    private boolean step(GarStage stage) {
        read++;
        if (read % STEP > 0) {
            return true;
        }
        stage.send();
        return progress.test(stage.sent());
    }

    private PlaceFileOutcome settle(GarStage stage, boolean whole, boolean dryRun) {
        PlaceTrial trial = new PlaceTrial(sql);
        stage.write();
        int total = stage.total();
        int refused = stage.lost();
        int brought = stage.brought();
        List<PlaceRefusal> refusals = stage.lost(MOST_REFUSALS).stream()
                .map(lost -> new PlaceRefusal(
                        lost.no(),
                        "OBJECTID " + lost.id(),
                        Text.of(lost.nameless() ? "address.place.name" : "address.gar.nowhere")))
                .toList();
        return trial.end(
                new PlaceFileOutcome(
                        false, refused == 0 || !whole, total, brought, total - refused - brought, refused, refusals),
                dryRun);
    }
}
