package uplink.web.connection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.Application;
import uplink.connection.boundary.ApplicationRefusal;
import uplink.connection.boundary.ApplicationStep;
import uplink.connection.boundary.Applications;
import uplink.connection.boundary.Appointment;
import uplink.connection.boundary.CrewShift;
import uplink.connection.boundary.Crews;
import uplink.connection.boundary.Feasible;
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

    private final AddressFields address = new AddressFields();
    private @Nullable String id;
    private int version;
    private @Nullable UUID tariff;
    private @Nullable String note;
    private @Nullable String reason;
    private boolean awaits;
    private transient @Nullable Application application;
    private @Nullable UUID shift;
    private @Nullable String bring;
    private transient @Nullable List<ApplicationStep> steps;
    private transient @Nullable List<CrewShift> slots;

    public void load() {
        version = getApplication().version();
        tariff = getApplication().tariffId();
        Application.Place place = getApplication().place();
        if (place != null) {
            address.setCity(place.city());
            address.setStreet(place.street());
            address.setHouse(place.house());
            address.setFlat(place.flat());
        }
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
        applications.accept(key(), version, new Feasible(address.address(), note, tariff));
        done("application.accepted");
    }

    public void schedule() {
        applications.schedule(key(), version, new Appointment(Go.given(shift), bring));
        done("application.scheduled");
    }

    public void callOff() {
        applications.callOff(key(), version, Go.given(note));
        done("application.called-off");
    }

    /** Shifts of the next two weeks that have a free place. */
    public List<CrewShift> getSlots() {
        if (slots == null) {
            slots = crews.listFree(null, null);
        }
        return slots;
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
