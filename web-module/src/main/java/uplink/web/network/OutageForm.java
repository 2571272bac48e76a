package uplink.web.network;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.network.boundary.NewOutage;
import uplink.network.boundary.Outage;
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
            places = PlaceLines.written(outage.places());
            reasonRu = outage.reasonRu();
            reasonEn = outage.reasonEn();
            note = outage.note();
            startsAt = local(outage.startsAt());
            expectedEnd = local(outage.expectedEnd());
        }
    }

    /** Shows how many customers there are at each place; nothing is recorded. */
    public void look() {
        counts = outages.countAt(PlaceLines.read(places));
    }

    public void save() {
        NewOutage wanted = new NewOutage(
                PlaceLines.read(places), text(reasonRu), text(reasonEn), note, start(), instant(expectedEnd));
        Outage saved = isNew() ? outages.declare(wanted) : outages.replace(Go.id(id), version, wanted);
        Go.to("/outage?id=" + saved.id(), "outage.saved");
    }

    /** The field has minutes only: what nobody changed stays to the second. */
    private @Nullable Instant start() {
        boolean same = began != null && startsAt != null && startsAt.equals(local(began));
        return same ? began : instant(startsAt);
    }

    private @Nullable Instant instant(@Nullable LocalDateTime local) {
        return local == null ? null : local.atZone(clock.getZone()).toInstant();
    }

    private @Nullable LocalDateTime local(@Nullable Instant at) {
        return at == null ? null : LocalDateTime.ofInstant(at, clock.getZone()).truncatedTo(ChronoUnit.MINUTES);
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
