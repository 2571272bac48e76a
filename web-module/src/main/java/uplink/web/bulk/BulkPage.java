package uplink.web.bulk;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.bulk.boundary.BulkCsv;
import uplink.bulk.boundary.BulkItem;
import uplink.bulk.boundary.BulkItemQuery;
import uplink.bulk.boundary.BulkPhase;
import uplink.bulk.boundary.BulkState;
import uplink.bulk.boundary.BulkStatus;
import uplink.bulk.boundary.BulkUndo;
import uplink.bulk.boundary.BulkWork;
import uplink.bulk.boundary.BulkWorks;
import uplink.bulk.boundary.Many;
import uplink.catalog.boundary.TariffVersion;
import uplink.catalog.boundary.Tariffs;
import uplink.shared.Callers;
import uplink.shared.Formats;
import uplink.shared.Permission;
import uplink.web.shell.Go;
import uplink.web.shell.Reader;
import uplink.web.shell.Rows;

/** One work: what would happen, how far it is, what became of each; and commit, stop, go on, take back. */
@Named
@ViewScoped
public class BulkPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private BulkWorks works;

    @Inject
    private Tariffs tariffs;

    @Inject
    private Reader reader;

    private @Nullable String id;
    private @Nullable BulkState state;
    private @Nullable Integer count;
    private @Nullable String note;
    private transient @Nullable BulkWork work;
    private final Rows<BulkItem> items = new Rows<>(
            (first, size, column, ascending) -> works.listItems(new BulkItemQuery(key(), state, first, size)),
            () -> works.countItems(new BulkItemQuery(key(), state, 0, 1)));

    public void load() {
        getWork();
    }

    public BulkWork getWork() {
        if (work == null) {
            work = works.get(key());
        }
        return work;
    }

    /** Where there are few, nobody has to type how many. */
    public void commit() {
        works.commit(
                key(), isCounted() ? count : Integer.valueOf(getWork().counts().ready()));
        again("bulk.commit-started");
    }

    public void stop() {
        works.stop(key());
        again("bulk.stop-asked");
    }

    public void resume() {
        works.resume(key());
        again("bulk.resumed");
    }

    public void undo() {
        works.undo(key());
        again("bulk.undo-started");
    }

    public void approve() {
        works.approve(key(), note);
        again("bulk.approved");
    }

    public void refuse() {
        works.refuse(key(), note);
        again("bulk.refused");
    }

    private void again(String said) {
        Go.to("/bulk-work?id=" + key(), said);
    }

    /** All of it, or what the filter leaves, as a file; written while it is read. */
    public void export() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext response = faces.getExternalContext();
        response.setResponseContentType("text/csv; charset=UTF-8");
        response.setResponseHeader(
                "Content-Disposition",
                "attachment; filename=\"bulk-work-" + getWork().no() + ".csv\"");
        response.setResponseCharacterEncoding(StandardCharsets.UTF_8.name());
        Writer out = response.getResponseOutputWriter();
        BulkCsv.write(key(), state, reader.getLocale(), works::listItems, out);
        out.flush();
        faces.responseComplete();
    }

    /** Called by the page's poll; once it is over the whole page is shown anew. */
    public void watch() {
        work = null;
        if (!isUnderWay()) {
            Go.to("/bulk-work?id=" + key());
        }
    }

    public boolean isUnderWay() {
        return getWork().status().isUnderWay();
    }

    public boolean isStoppable() {
        return isUnderWay() && getWork().status() != BulkStatus.STOPPING && isMine();
    }

    public boolean isResumable() {
        return getWork().status().isHalted() && !getWork().itemsGone() && isMine();
    }

    public boolean isCommittable() {
        return getWork().status() == BulkStatus.READY
                && getWork().counts().ready() > 0
                && !getWork().itemsGone()
                && isMine();
    }

    public boolean isUndoable() {
        BulkWork now = getWork();
        boolean rests = now.status() == BulkStatus.DONE
                || now.status().isHalted() && now.progress().phase() == BulkPhase.COMMIT;
        return rests && now.undoable() > 0 && isMine();
    }

    /** Whether it waits for this caller, who is a second person. */
    public boolean isDecidable() {
        return getWork().status() == BulkStatus.WAITING && Callers.current().may(Permission.APPROVAL_DECIDE);
    }

    public boolean isOwn() {
        return getWork().orderedById().equals(Callers.current().userId());
    }

    private boolean isMine() {
        return Callers.current().may(getWork().kind().permission());
    }

    /** Whether there are so many that whoever commits says how many. */
    public boolean isCounted() {
        return Many.isCounted(getWork().counts().ready());
    }

    /** Whether it can be taken back, in words, before anything is done. */
    public String getUndoWords() {
        BulkWork now = getWork();
        return now.undo() == BulkUndo.BEFORE_EFFECT
                ? reader.say("bulk.undo.before-effect", reader.day(now.undoUntil()))
                : reader.say("bulk.undo." + now.undo().code());
    }

    /** Whole percent of the phase. */
    public int getPercent() {
        int total = getWork().progress().total();
        return total == 0 ? 0 : (int) (100L * getWork().progress().done() / total);
    }

    public String getRemaining() {
        Long seconds = getWork().progress().etaSeconds();
        return seconds == null ? "" : Formats.duration(Duration.ofSeconds(seconds));
    }

    /** What a tariff is called now; a dash where there is none, or the reader may not see it. */
    public String tariff(@Nullable UUID tariff) {
        if (tariff == null || !Callers.current().may(Permission.CATALOG_READ)) {
            return "—";
        }
        TariffVersion newest = tariffs.get(tariff).versions().get(0);
        return reader.name(newest.nameRu(), newest.nameEn());
    }

    private UUID key() {
        return Go.id(id);
    }

    public Rows<BulkItem> getItems() {
        return items;
    }

    public BulkState[] getStates() {
        return BulkState.values();
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable BulkState getState() {
        return state;
    }

    public void setState(@Nullable BulkState state) {
        this.state = state;
    }

    public @Nullable Integer getCount() {
        return count;
    }

    public void setCount(@Nullable Integer count) {
        this.count = count;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
