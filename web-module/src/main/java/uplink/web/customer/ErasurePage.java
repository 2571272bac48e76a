package uplink.web.customer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.ErasureOrder;
import uplink.customer.boundary.ErasurePreview;
import uplink.customer.boundary.ErasureStatus;
import uplink.customer.boundary.Erasures;
import uplink.web.shell.Go;

/** What the erasure of a person would take away and leave; the word for it, or the refusal of a wish. */
@Named
@ViewScoped
public class ErasurePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Erasures erasures;

    private @Nullable String id;
    private @Nullable String contractNumber;
    private @Nullable String basis;
    private @Nullable String answer;
    private transient @Nullable ErasurePreview preview;

    public void load() {
        getPreview();
    }

    public void erase() {
        erasures.erase(Go.id(id), new ErasureOrder(contractNumber, basis));
        Go.to("/customer?id=" + Go.id(id), "erasure.erased");
    }

    public void refuse() {
        erasures.refuse(Go.id(id), answer == null ? "" : answer);
        Go.to("/erasures", "erasure.refused");
    }

    public ErasurePreview getPreview() {
        if (preview == null) {
            preview = erasures.of(Go.id(id));
        }
        return preview;
    }

    public boolean isAsked() {
        var wish = getPreview().wish();
        return wish != null && wish.status() == ErasureStatus.REQUESTED;
    }

    public boolean isDone() {
        var wish = getPreview().wish();
        return wish != null && wish.status() == ErasureStatus.DONE;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getContractNumber() {
        return contractNumber;
    }

    public void setContractNumber(@Nullable String contractNumber) {
        this.contractNumber = contractNumber;
    }

    public @Nullable String getBasis() {
        return basis;
    }

    public void setBasis(@Nullable String basis) {
        this.basis = basis;
    }

    public @Nullable String getAnswer() {
        return answer;
    }

    public void setAnswer(@Nullable String answer) {
        this.answer = answer;
    }
}
