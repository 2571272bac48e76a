package uplink.web.connection;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.HouseNote;
import uplink.address.boundary.HouseNotes;
import uplink.connection.boundary.Completion;
import uplink.connection.boundary.PictureContent;
import uplink.connection.boundary.PictureKind;
import uplink.connection.boundary.WorkOrder;
import uplink.connection.boundary.WorkOrder.Picture;
import uplink.connection.boundary.WorkOrderStatus;
import uplink.connection.boundary.WorkOrders;
import uplink.customer.boundary.CustomerKind;
import uplink.inventory.boundary.DeviceRow;
import uplink.inventory.boundary.DeviceTerms;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.Text;
import uplink.web.shell.Go;

/** A visit, on the technician's telephone: where, what to look at, photos, the signature, and the connection. */
@Named
@ViewScoped
public class WorkOrderPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String DRAWN = "data:image/png;base64,";
    private static final int LARGEST = 5 * 1024 * 1024;

    @Inject
    private WorkOrders orders;

    @Inject
    private HouseNotes houseNotes;

    private @Nullable String id;
    private int version;
    private transient @Nullable Part photo;
    private @Nullable String drawing;
    private @Nullable String fullName;
    private CustomerKind kind = CustomerKind.PERSON;
    private List<String> devices = new ArrayList<>();
    private DeviceTerms terms = DeviceTerms.LOAN;
    private @Nullable String materials;
    private @Nullable String note;
    private transient @Nullable WorkOrder order;
    private transient @Nullable List<HouseNote> notes;
    private transient @Nullable List<DeviceRow> carried;

    public void load() {
        version = getOrder().facts().version();
        fullName = getOrder().facts().contactName();
    }

    public WorkOrder getOrder() {
        if (order == null) {
            order = orders.get(key());
        }
        return order;
    }

    /** What is known of the house by those who came there before. */
    public List<HouseNote> getHouseNotes() {
        UUID house = getOrder().facts().placeId();
        if (notes == null) {
            notes = house == null || !Callers.current().may(Permission.ADDRESS_READ)
                    ? List.of()
                    : houseNotes.list(house);
        }
        return notes;
    }

    /** What the crew has with it. */
    public List<DeviceRow> getCarried() {
        if (carried == null) {
            carried = orders.listDevices(key());
        }
        return carried;
    }

    public void check(int no, boolean done) {
        order = orders.check(key(), no, done);
    }

    public void addPhoto() throws IOException {
        Part given = Go.given(photo);
        if (given.getSize() > LARGEST) {
            throw BusinessException.invalid("file", Text.of("connection.photo.large", LARGEST / 1024));
        }
        try (InputStream content = given.getInputStream()) {
            orders.addPhoto(key(), content.readAllBytes());
        }
        done("work-order.photo-added");
    }

    public void remove(UUID picture) {
        orders.removePicture(key(), picture);
        done("work-order.photo-removed");
    }

    /** What was drawn on the canvas. */
    public void sign() {
        orders.sign(key(), drawn());
        done("work-order.signed");
    }

    private byte[] drawn() {
        String url = drawing == null ? "" : drawing;
        try {
            return url.startsWith(DRAWN) ? Base64.getDecoder().decode(url.substring(DRAWN.length())) : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    public void complete() {
        List<Completion.Handed> handed = devices.stream()
                .map(device -> new Completion.Handed(UUID.fromString(device), terms))
                .toList();
        orders.complete(
                key(), version, new Completion(fullName, kind, null, handed, MaterialLines.read(materials), note));
        done("work-order.done");
    }

    /** A picture to be saved. */
    public void download(Picture picture) throws IOException {
        PictureContent found = orders.findPicture(key(), picture.id());
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext response = faces.getExternalContext();
        String suffix = found.mediaType().equals("image/png") ? ".png" : ".jpg";
        response.setResponseContentType("application/octet-stream");
        response.setResponseHeader("Content-Disposition", "attachment; filename=\"" + picture.id() + suffix + "\"");
        response.getResponseOutputStream().write(found.content());
        faces.responseComplete();
    }

    private void done(String said) {
        Go.to("/work-order?id=" + id, said);
    }

    /** Whether this reader may go on with it. */
    public boolean isOpen() {
        return Callers.current().may(Permission.WORKORDER_WORK)
                && getOrder().facts().status() == WorkOrderStatus.OPEN;
    }

    public List<Picture> getPhotos() {
        return getOrder().pictures().stream()
                .filter(picture -> picture.kind() == PictureKind.PHOTO)
                .toList();
    }

    public CustomerKind[] getKinds() {
        return CustomerKind.values();
    }

    public DeviceTerms[] getAllTerms() {
        return DeviceTerms.values();
    }

    public int getLargest() {
        return LARGEST;
    }

    private UUID key() {
        return Go.id(id);
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable Part getPhoto() {
        return photo;
    }

    public void setPhoto(@Nullable Part photo) {
        this.photo = photo;
    }

    public @Nullable String getDrawing() {
        return drawing;
    }

    public void setDrawing(@Nullable String drawing) {
        this.drawing = drawing;
    }

    public @Nullable String getFullName() {
        return fullName;
    }

    public void setFullName(@Nullable String fullName) {
        this.fullName = fullName;
    }

    public CustomerKind getKind() {
        return kind;
    }

    public void setKind(CustomerKind kind) {
        this.kind = kind;
    }

    public List<String> getDevices() {
        return devices;
    }

    public void setDevices(List<String> devices) {
        this.devices = devices;
    }

    public DeviceTerms getTerms() {
        return terms;
    }

    public void setTerms(DeviceTerms terms) {
        this.terms = terms;
    }

    public @Nullable String getMaterials() {
        return materials;
    }

    public void setMaterials(@Nullable String materials) {
        this.materials = materials;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
