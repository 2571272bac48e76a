package uplink.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.Relocation;
import uplink.billing.subscription.boundary.RelocationStatus;
import uplink.billing.subscription.boundary.RelocationWish;
import uplink.billing.subscription.boundary.Relocations;
import uplink.shared.BusinessClock;
import uplink.web.shell.Go;

/** Moves of a contract to other addresses: shown, named, taken back. */
@Named
@RequestScoped
public class RelocationAction {

    @Inject
    private Relocations relocations;

    @Inject
    private BusinessClock clock;

    private @Nullable LocalDate on;
    private @Nullable UUID fee;
    private @Nullable String text;
    private final AddressFields address = new AddressFields();
    private @Nullable List<Relocation> moves;

    public void relocate(UUID contract) {
        relocations.relocate(contract, new RelocationWish(getOn(), address.address(), fee, text));
        Go.to("/contract?id=" + contract, "relocation.done");
    }

    public void revoke(UUID contract) {
        relocations.revoke(contract, Go.given(text));
        Go.to("/contract?id=" + contract, "relocation.revoked");
    }

    /** The last day first. */
    public List<Relocation> moves(UUID contract) {
        if (moves == null) {
            moves = relocations.ofContract(contract);
        }
        return moves;
    }

    /** Whether one is planned that can be taken back. */
    public boolean isPlanned(UUID contract) {
        return moves(contract).stream()
                .anyMatch(move ->
                        move.status() == RelocationStatus.PLANNED && move.on().isAfter(clock.today()));
    }

    public LocalDate getOn() {
        return on == null ? clock.today() : on;
    }

    public void setOn(@Nullable LocalDate on) {
        this.on = on;
    }

    public @Nullable UUID getFee() {
        return fee;
    }

    public void setFee(@Nullable UUID fee) {
        this.fee = fee;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public AddressFields getAddress() {
        return address;
    }
}
