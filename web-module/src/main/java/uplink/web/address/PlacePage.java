package uplink.web.address;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.Coverage;
import uplink.address.boundary.CoverageRow;
import uplink.address.boundary.FoundPlace;
import uplink.address.boundary.HouseNote;
import uplink.address.boundary.HouseNotes;
import uplink.address.boundary.Place;
import uplink.address.boundary.PlaceKind;
import uplink.address.boundary.PlaceMerge;
import uplink.address.boundary.Places;
import uplink.shared.BusinessClock;
import uplink.web.shell.Go;

/** One place: what it lies within, what can be connected there, what is to be known of a house. */
@Named
@ViewScoped
public class PlacePage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int FOUND = 20;

    @Inject
    private Places places;

    @Inject
    private Coverage coverage;

    @Inject
    private HouseNotes notes;

    @Inject
    private BusinessClock clock;

    private final CoverageFields fields = new CoverageFields();
    private final NoteFields note = new NoteFields();
    private @Nullable String id;
    private int version;
    private @Nullable String find;
    private @Nullable UUID into;
    private transient @Nullable Place place;

    public void load() {
        version = getPlace().version();
    }

    public Place getPlace() {
        if (place == null) {
            place = places.get(key());
        }
        return place;
    }

    /** What holds there today, wherever it was said. */
    public List<CoverageRow> getInForce() {
        return coverage.listInForce(key());
    }

    /** What was said of the place itself and holds no more. */
    public List<CoverageRow> getEnded() {
        return coverage.list(key()).stream()
                .filter(row -> row.endedOn() != null)
                .toList();
    }

    /** How a technology stands there today: a word of {@code status.coverage}. */
    public String state(CoverageRow row) {
        boolean available = row.isAvailable(clock.today());
        return available ? "available" : row.isPlanned(clock.today()) ? "planned" : "absent";
    }

    public boolean isOwn(CoverageRow row) {
        return row.placeId().equals(key());
    }

    public boolean isHouse() {
        return getPlace().kind() == PlaceKind.HOUSE;
    }

    public List<HouseNote> getNotes() {
        return notes.list(key());
    }

    public void say() {
        coverage.set(key(), null, fields.wanted());
        done("coverage.said");
    }

    public void end(CoverageRow row) {
        coverage.end(row.id(), row.version());
        done("coverage.ended");
    }

    public void keep() {
        notes.add(key(), note.wanted());
        done("house-note.kept");
    }

    public void forget(HouseNote forgotten) {
        notes.remove(key(), forgotten.id());
        done("house-note.forgotten");
    }

    public void merge() {
        Place merged = places.merge(key(), version, new PlaceMerge(Go.given(into)));
        Go.to("/place?id=" + merged.id(), "place.merged");
    }

    /** Places of the same kind that fit what was typed. */
    public List<FoundPlace> getFound() {
        return places.search(find, FOUND).stream()
                .filter(found ->
                        found.kind() == getPlace().kind() && !found.id().equals(key()))
                .toList();
    }

    private void done(String said) {
        Go.to("/place?id=" + id, said);
    }

    private UUID key() {
        return Go.id(id);
    }

    public CoverageFields getFields() {
        return fields;
    }

    public NoteFields getNote() {
        return note;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getFind() {
        return find;
    }

    public void setFind(@Nullable String find) {
        this.find = find;
    }

    public @Nullable UUID getInto() {
        return into;
    }

    public void setInto(@Nullable UUID into) {
        this.into = into;
    }
}
