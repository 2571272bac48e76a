package uplink.web.customer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.CustomerQuery;
import uplink.customer.boundary.CustomerQuery.Sort;
import uplink.customer.boundary.CustomerRow;
import uplink.customer.boundary.Customers;
import uplink.web.shell.Rows;

/** The list of customers: filters, and a table that the database fills. */
@Named
@ViewScoped
public class CustomerList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Customers customers;

    private final CustomerFilter filter = new CustomerFilter();
    private transient @Nullable List<String> tags;
    private final Rows<CustomerRow> rows = new Rows<>(
            (first, size, column, ascending) -> customers.list(query(first, size, column, ascending)),
            () -> customers.count(query(0, 1, null, false)));

    private CustomerQuery query(int first, int size, @Nullable String column, boolean ascending) {
        return new CustomerQuery(
                filter.getText(),
                filter.getStatus(),
                filter.getKind(),
                filter.getTag(),
                filter.isDebtOnly(),
                sort(column),
                ascending,
                first,
                size);
    }

    private static Sort sort(@Nullable String column) {
        return column == null ? Sort.CREATED : Sort.valueOf(column);
    }

    public Rows<CustomerRow> getRows() {
        return rows;
    }

    public CustomerFilter getFilter() {
        return filter;
    }

    /** Those to filter by; the one that is chosen stays although nobody has it any more. */
    public List<String> getTags() {
        if (tags == null) {
            List<String> known = customers.listTags();
            String tag = filter.getTag();
            tags = tag == null || known.contains(tag)
                    ? known
                    : Stream.concat(Stream.of(tag), known.stream()).toList();
        }
        return tags;
    }
}
