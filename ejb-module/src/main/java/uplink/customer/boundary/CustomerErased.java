package uplink.customer.boundary;

import java.util.Set;
import java.util.UUID;

/**
 * Told inside the transaction: a person was erased. What is kept outside the database goes once it is committed.
 *
 * @param customerId or of the application, of an applicant who never became a customer
 * @param emails the addresses that were the person's, in small letters
 */
public record CustomerErased(UUID customerId, Set<String> emails) {

    public CustomerErased {
        emails = Set.copyOf(emails);
    }
}
