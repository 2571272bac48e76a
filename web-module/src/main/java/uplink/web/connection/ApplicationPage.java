package uplink.web.connection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.Feasibility;
import uplink.address.boundary.FeasibilityAnswer;
import uplink.address.boundary.Places;
import uplink.connection.boundary.Application;
import uplink.connection.boundary.ApplicationRefusal;
import uplink.connection.boundary.ApplicationStatus;
import uplink.connection.boundary.ApplicationStep;
import uplink.connection.boundary.Applications;
import uplink.connection.boundary.Appointment;
import uplink.connection.boundary.CrewShift;
import uplink.connection.boundary.Crews;
import uplink.connection.boundary.Feasible;
import uplink.customer.boundary.NewAddress;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.web.customer.AddressFields;
import uplink.web.shell.Go;

/** One application: what was asked for, what was found, and its next step. */
@Named
@ViewScoped
public class ApplicationPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Applications applications;

    @Inject
    private Crews crews;

    @Inject
    private Places places;

    private final AddressFields address = new AddressFields();
    private @Nullable String id;
    private int version;
    private @Nullable String entrance;
    private @Nullable String floor;
    private @Nullable String placeNote;
    private @Nullable UUID tariff;
    private @Nullable String note;
    private @Nullable String reason;
    private boolean awaits;
    private transient @Nullable Application application;
    private @Nullable UUID shift;
    private @Nullable String bring;
    private transient @Nullable Feasibility feasibility;
    private transient @Nullable List<ApplicationStep> steps;
    private transient @Nullable List<CrewShift> slots;

    public void load() {
        version = getApplication().version();
        tariff = getApplication().tariffId();
        Application.Place place = getApplication().place();
        if (place != null) {
            address.take(place.wanted());
            entrance = place.entrance();
            floor = place.floor();
            placeNote = place.note();
        }
        ApplicationStatus status = getApplication().status();
        if (status == ApplicationStatus.NEW || status == ApplicationStatus.FEASIBLE) {
            propose(getFeasibility());
        }
    }

    /** What is said of coverage fills in the forms. */
    private void propose(Feasibility reach) {
        UUID found = reach.placeId();
        if (found != null
                && getApplication().place() == null
                && Callers.current().may(Permission.ADDRESS_READ)) {
            address.choose(places.listPath(found));
        }
        awaits = reach.answer() == FeasibilityAnswer.NO || reach.answer() == FeasibilityAnswer.PLANNED;
    }

    /** What can be connected there, asked for once. */
    public Feasibility getFeasibility() {
        if (feasibility == null) {
            feasibility = applications.getFeasibility(key());
        }
        return feasibility;
    }

    public Application getApplication() {
        if (application == null) {
            application = applications.get(key());
        }
        return application;
    }

    public List<ApplicationStep> getSteps() {
        if (steps == null) {
            steps = applications.listSteps(key());
        }
        return steps;
    }

    public void accept() {
        applications.accept(key(), version, new Feasible(place(), note, tariff));
        done("application.accepted");
    }

    private NewAddress place() {
        NewAddress typed = address.address();
        return new NewAddress(
                typed.region(),
                typed.city(),
                typed.street(),
                typed.house(),
                typed.flat(),
                entrance,
                floor,
                placeNote,
                typed.placeId());
    }

    public void schedule() {
        applications.schedule(key(), version, new Appointment(Go.given(shift), bring));
        done("application.scheduled");
    }

    public void callOff() {
        applications.callOff(key(), version, Go.given(note));
        done("application.called-off");
    }

    /** Shifts of the next two weeks that have a free place; those for other areas come last. */
    public List<CrewShift> getSlots() {
        if (slots == null) {
            slots = crews.listFree(null, null).stream()
                    .sorted(Comparator.comparing(slot -> !isNear(slot)))
                    .toList();
        }
        return slots;
    }

    private boolean isNear(CrewShift slot) {
        String area = slot.area();
        return area == null
                || getApplication().where().toLowerCase(Locale.ROOT).contains(area.toLowerCase(Locale.ROOT));
    }

    /** How many visits can still be made each day. */
    public Set<Map.Entry<LocalDate, Integer>> getFreeDays() {
        Map<LocalDate, Integer> free = new TreeMap<>();
        getSlots().forEach(slot -> free.merge(slot.day(), slot.free(), Integer::sum));
        return free.entrySet();
    }

    public void refuse() {
        applications.refuse(key(), version, new ApplicationRefusal(Go.given(reason), awaits));
        done("application.refused");
    }

    public void reopen() {
        applications.reopen(key(), version, note);
        done("application.reopened");
    }

    private void done(String said) {
        Go.to("/application?id=" + id, said);
    }

    /** Whether it is in one of these states, and this reader may let it go on. */
    public boolean is(String... states) {
        return Callers.current().may(Permission.APPLICATION_WRITE)
                && getApplication().erasedAt() == null
                && Set.of(states).contains(getApplication().status().code());
    }

    private UUID key() {
        return Go.id(id);
    }

    public AddressFields getAddress() {
        return address;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getEntrance() {
        return entrance;
    }

    public void setEntrance(@Nullable String entrance) {
        this.entrance = entrance;
    }

    public @Nullable String getFloor() {
        return floor;
    }

    public void setFloor(@Nullable String floor) {
        this.floor = floor;
    }

    public @Nullable String getPlaceNote() {
        return placeNote;
    }

    public void setPlaceNote(@Nullable String placeNote) {
        this.placeNote = placeNote;
    }

    public @Nullable UUID getTariff() {
        return tariff;
    }

    public void setTariff(@Nullable UUID tariff) {
        this.tariff = tariff;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public @Nullable UUID getShift() {
        return shift;
    }

    public void setShift(@Nullable UUID shift) {
        this.shift = shift;
    }

    public @Nullable String getBring() {
        return bring;
    }

    public void setBring(@Nullable String bring) {
        this.bring = bring;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public boolean isAwaits() {
        return awaits;
    }

    public void setAwaits(boolean awaits) {
        this.awaits = awaits;
    }
}
