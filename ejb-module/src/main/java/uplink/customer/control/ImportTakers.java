package uplink.customer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import uplink.customer.boundary.ImportKind;
import uplink.customer.boundary.ImportTaker;

/** The features that take over files of their own kinds. */
@ApplicationScoped
public class ImportTakers {

    private Iterable<ImportTaker> all = List.of();

    protected ImportTakers() {}

    public ImportTakers(Iterable<ImportTaker> all) {
        this.all = all;
    }

    @Inject
    void use(@Any Instance<ImportTaker> takers) {
        all = takers;
    }

    /** Empty for customers and places, which are the queue's own. */
    public Optional<ImportTaker> of(ImportKind kind) {
        for (ImportTaker taker : all) {
            if (taker.kind() == kind) {
                return Optional.of(taker);
            }
        }
        return Optional.empty();
    }
}
