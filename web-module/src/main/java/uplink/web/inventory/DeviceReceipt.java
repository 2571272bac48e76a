package uplink.web.inventory;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uplink.inventory.boundary.Delivery;
import uplink.inventory.boundary.Devices;
import uplink.shared.BusinessException;
import uplink.shared.FieldError;
import uplink.shared.Text;
import uplink.web.shell.Go;

/** Devices arrive: scanned or pasted, one a line. What is wrong is told by the line's number. */
@Named
@ViewScoped
public class DeviceReceipt implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int TOLD = 10;
    private static final Pattern LINE = Pattern.compile("devices\\[(\\d+)].*");

    @Inject
    private Devices devices;

    private @Nullable UUID model;
    private @Nullable UUID warehouse;
    private @Nullable String document;
    private @Nullable String lines;

    public void receive() {
        Delivery delivery = new Delivery(Go.given(model), Go.given(warehouse), Labels.of(lines), document);
        try {
            int count = devices.receive(delivery).size();
            Go.to("/devices", "device.received", count);
        } catch (BusinessException refused) {
            throw byLine(refused);
        }
    }

    private static BusinessException byLine(BusinessException refused) {
        List<FieldError> errors =
                refused.errors().stream().limit(TOLD).map(DeviceReceipt::byLine).toList();
        return new BusinessException(refused.type(), refused.detail(), errors, Map.of());
    }

    private static FieldError byLine(FieldError error) {
        Matcher line = LINE.matcher(error.field());
        if (line.matches()) {
            int number = Integer.parseInt(line.group(1)) + 1;
            return new FieldError(error.field(), Text.of("inventory.line", number, error.message()));
        }
        return error.field().equals("devices") ? new FieldError("lines", error.message()) : error;
    }

    public @Nullable UUID getModel() {
        return model;
    }

    public void setModel(@Nullable UUID model) {
        this.model = model;
    }

    public @Nullable UUID getWarehouse() {
        return warehouse;
    }

    public void setWarehouse(@Nullable UUID warehouse) {
        this.warehouse = warehouse;
    }

    public @Nullable String getDocument() {
        return document;
    }

    public void setDocument(@Nullable String document) {
        this.document = document;
    }

    public @Nullable String getLines() {
        return lines;
    }

    public void setLines(@Nullable String lines) {
        this.lines = lines;
    }
}
