package uplink.web.customer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.CustomerKind;
import uplink.customer.boundary.CustomerQuery;
import uplink.customer.boundary.CustomerQuery.Sort;
import uplink.customer.boundary.CustomerRow;
import uplink.customer.boundary.CustomerStatus;
import uplink.customer.boundary.Customers;
import uplink.web.shell.Rows;

/** The list of customers: filters, and a table that the database fills. */
@Named
@ViewScoped
public class CustomerList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Customers customers;

    private @Nullable String text;
    private @Nullable CustomerStatus status;
    private @Nullable CustomerKind kind;
    private @Nullable String tag;
    private transient @Nullable List<String> tags;
    private boolean debtOnly;
    private final Rows<CustomerRow> rows = new Rows<>(
            (first, size, column, ascending) -> customers.list(query(first, size, column, ascending)),
            () -> customers.count(query(0, 1, null, false)));

    private CustomerQuery query(int first, int size, @Nullable String column, boolean ascending) {
        return new CustomerQuery(text, status, kind, tag, debtOnly, sort(column), ascending, first, size);
    }

    private static Sort sort(@Nullable String column) {
        return column == null ? Sort.CREATED : Sort.valueOf(column);
    }

    public Rows<CustomerRow> getRows() {
        return rows;
    }

    public boolean isFiltered() {
        return text != null || status != null || kind != null || tag != null || debtOnly;
    }

    /** Those to filter by; the one that is chosen stays although nobody has it any more. */
    public List<String> getTags() {
        if (tags == null) {
            List<String> known = customers.listTags();
            tags = tag == null || known.contains(tag)
                    ? known
                    : Stream.concat(Stream.of(tag), known.stream()).toList();
        }
        return tags;
    }

    public CustomerStatus[] getStatuses() {
        return CustomerStatus.values();
    }

    public CustomerKind[] getKinds() {
        return CustomerKind.values();
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable CustomerStatus getStatus() {
        return status;
    }

    public void setStatus(@Nullable CustomerStatus status) {
        this.status = status;
    }

    public @Nullable CustomerKind getKind() {
        return kind;
    }

    public void setKind(@Nullable CustomerKind kind) {
        this.kind = kind;
    }

    public @Nullable String getTag() {
        return tag;
    }

    public void setTag(@Nullable String tag) {
        this.tag = tag;
    }

    public boolean isDebtOnly() {
        return debtOnly;
    }

    public void setDebtOnly(boolean debtOnly) {
        this.debtOnly = debtOnly;
    }
}
