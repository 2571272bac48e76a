package uplink.web.address;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.NewCoverage;
import uplink.address.boundary.Technology;
import uplink.web.shell.Go;

/** What is to be said of a technology at a place. */
public class CoverageFields implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable Technology technology;
    private @Nullable Integer speedDown;
    private @Nullable Integer speedUp;
    private @Nullable LocalDate availableFrom;
    private @Nullable LocalDate plannedFrom;
    private @Nullable String note;

    NewCoverage wanted() {
        return new NewCoverage(Go.given(technology), speedDown, speedUp, availableFrom, plannedFrom, note);
    }

    public Technology[] getTechnologies() {
        return Technology.values();
    }

    public @Nullable Technology getTechnology() {
        return technology;
    }

    public void setTechnology(@Nullable Technology technology) {
        this.technology = technology;
    }

    public @Nullable Integer getSpeedDown() {
        return speedDown;
    }

    public void setSpeedDown(@Nullable Integer speedDown) {
        this.speedDown = speedDown;
    }

    public @Nullable Integer getSpeedUp() {
        return speedUp;
    }

    public void setSpeedUp(@Nullable Integer speedUp) {
        this.speedUp = speedUp;
    }

    public @Nullable LocalDate getAvailableFrom() {
        return availableFrom;
    }

    public void setAvailableFrom(@Nullable LocalDate availableFrom) {
        this.availableFrom = availableFrom;
    }

    public @Nullable LocalDate getPlannedFrom() {
        return plannedFrom;
    }

    public void setPlannedFrom(@Nullable LocalDate plannedFrom) {
        this.plannedFrom = plannedFrom;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
