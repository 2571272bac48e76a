package uplink.web.network;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.network.boundary.NewOutage;
import uplink.network.boundary.Outage;
import uplink.network.boundary.OutagePlace;
import uplink.network.boundary.Outages;
import uplink.network.boundary.PlaceCount;
import uplink.shared.BusinessClock;
import uplink.web.shell.Go;

/** Says that service is down, or what is said of it from now on. Times are the operator's. */
@Named
@ViewScoped
public class OutageForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Outages outages;

    @Inject
    private BusinessClock clock;

    private @Nullable String id;
    private @Nullable Integer version;
    private @Nullable Instant began;
    private @Nullable Instant ends;
    private @Nullable String places;
    private @Nullable String reasonRu;
    private @Nullable String reasonEn;
    private @Nullable String note;
    private @Nullable LocalDateTime startsAt;
    private @Nullable LocalDateTime expectedEnd;
    private transient @Nullable List<PlaceCount> counts;

    public void load() {
        if (!isNew()) {
            Outage outage = outages.get(Go.id(id));
            version = outage.version();
            began = outage.startsAt();
            ends = outage.expectedEnd();
            places = PlaceLines.written(outage.places());
            reasonRu = outage.reasonRu();
            reasonEn = outage.reasonEn();
            note = outage.note();
            startsAt = Minutes.shown(began, clock.getZone());
            expectedEnd = Minutes.shown(ends, clock.getZone());
        }
    }

    /** Shows how many customers there are at each place; nothing is recorded. */
    public void look() {
        counts = outages.countAt(wantedPlaces());
    }

    public void save() {
        Instant start = Minutes.read(startsAt, began, clock.getZone());
        Instant end = Minutes.read(expectedEnd, ends, clock.getZone());
        NewOutage wanted = new NewOutage(wantedPlaces(), text(reasonRu), text(reasonEn), note, start, end);
        Outage saved = isNew() ? outages.declare(wanted) : outages.replace(Go.id(id), version, wanted);
        Go.to("/outage?id=" + saved.id(), "outage.saved");
    }

    private List<OutagePlace> wantedPlaces() {
        return PlaceLines.read(
                places, isNew() ? List.of() : outages.get(Go.id(id)).places());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    public @Nullable List<PlaceCount> getCounts() {
        return counts;
    }

    public boolean isNew() {
        return id == null;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getPlaces() {
        return places;
    }

    public void setPlaces(@Nullable String places) {
        this.places = places;
    }

    public @Nullable String getReasonRu() {
        return reasonRu;
    }

    public void setReasonRu(@Nullable String reasonRu) {
        this.reasonRu = reasonRu;
    }

    public @Nullable String getReasonEn() {
        return reasonEn;
    }

    public void setReasonEn(@Nullable String reasonEn) {
        this.reasonEn = reasonEn;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public @Nullable LocalDateTime getStartsAt() {
        return startsAt;
    }

    public void setStartsAt(@Nullable LocalDateTime startsAt) {
        this.startsAt = startsAt;
    }

    public @Nullable LocalDateTime getExpectedEnd() {
        return expectedEnd;
    }

    public void setExpectedEnd(@Nullable LocalDateTime expectedEnd) {
        this.expectedEnd = expectedEnd;
    }
}
