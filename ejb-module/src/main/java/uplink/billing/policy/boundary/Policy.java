package uplink.billing.policy.boundary;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.Audience;

/**
 * Terms for a group of customers. Of the active policies of a subject that fit, the one with the lowest rank holds.
 *
 * @param customerKind null: persons and companies
 * @param tariffIds customers who have one of these; empty: all
 * @param terms newest first; the first that has begun holds
 * @param version for {@code If-Match}
 */
public record Policy(
        UUID id,
        PolicySubject subject,
        String code,
        String nameRu,
        String nameEn,
        @Nullable Audience customerKind,
        int rank,
        boolean active,
        List<UUID> tariffIds,
        List<PolicyTerms> terms,
        int version) {

    public Policy {
        tariffIds = List.copyOf(tariffIds);
        terms = List.copyOf(terms);
    }

    /** The terms that hold on a day; empty before the first have begun. */
    public Optional<PolicyTerms> termsOn(LocalDate day) {
        return terms.stream()
                .filter(version -> !version.validFrom().isAfter(day))
                .findFirst();
    }
}
