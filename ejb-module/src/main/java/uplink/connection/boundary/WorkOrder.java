package uplink.connection.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.inventory.boundary.DeviceTerms;

/** A visit with all that belongs to it. */
public record WorkOrder(
        UUID id,
        WorkOrderRow facts,
        List<Item> checklist,
        List<Picture> pictures,
        List<Material> materials,
        List<Device> devices) {

    public WorkOrder {
        checklist = List.copyOf(checklist);
        pictures = List.copyOf(pictures);
        materials = List.copyOf(materials);
        devices = List.copyOf(devices);
    }

    /**
     * Something to look at.
     *
     * @param doneAt null: not yet
     */
    public record Item(int no, String textRu, String textEn, boolean required, @Nullable Instant doneAt) {}

    /**
     * A photo, or the signature under the contract; its content is asked for by itself.
     *
     * @param bytes zero when it is erased
     * @param erased it was there, and is gone with the person whom it tells of
     */
    public record Picture(UUID id, PictureKind kind, String mediaType, int bytes, boolean erased, Instant createdAt) {}

    /** What was used up. */
    public record Material(String name, BigDecimal quantity, String unit) {}

    /** What the customer has got. */
    public record Device(UUID deviceId, String serial, String model, DeviceTerms terms) {}

    /** Whether the contract is signed. */
    public boolean signed() {
        return pictures.stream().anyMatch(picture -> picture.kind() == PictureKind.SIGNATURE);
    }

    /** Whether nothing that must be looked at is left. */
    public boolean checked() {
        return checklist.stream().allMatch(item -> !item.required() || item.doneAt() != null);
    }
}
