package uplink.connection.boundary;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.CustomerKind;
import uplink.inventory.boundary.DeviceTerms;

/**
 * What a crew tells when the customer is connected.
 *
 * @param fullName as the contract has it; null: as the applicant told. Of a customer it stays what it is
 * @param kind of somebody new; null: a person
 * @param tariffId null: the one of the application
 * @param devices what the customer gets of what the crew has taken along
 * @param materials what was used up; at most 30
 * @param note at most 1,000 characters
 */
public record Completion(
        @Nullable String fullName,
        @Nullable CustomerKind kind,
        @Nullable UUID tariffId,
        List<Handed> devices,
        List<WorkOrder.Material> materials,
        @Nullable String note) {

    public Completion {
        devices = devices == null ? List.of() : List.copyOf(devices);
        materials = materials == null ? List.of() : List.copyOf(materials);
    }

    /** A device, and on what terms. */
    public record Handed(UUID deviceId, DeviceTerms terms) {}
}
