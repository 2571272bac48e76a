package uplink.web.shell;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** A table that loads one page at a time: cut, sorted and counted by the database. */
public final class Rows<T> extends LazyDataModel<T> {

    private static final long serialVersionUID = 1L;

    /** One page. The column is the {@code field} of the sorted one; null: the list's own order. */
    @FunctionalInterface
    public interface Slice<T> extends Serializable {
        List<T> of(int first, int size, @Nullable String column, boolean ascending);
    }

    /** How many rows there are in all. */
    @FunctionalInterface
    public interface Total extends Serializable {
        long count();
    }

    private final Slice<T> slice;
    private final Total total;

    public Rows(Slice<T> slice, Total total) {
        this.slice = slice;
        this.total = total;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return Math.toIntExact(total.count());
    }

    @Override
    public List<T> load(int first, int size, Map<String, SortMeta> sorted, Map<String, FilterMeta> filters) {
        SortMeta sort = sorted.values().stream().findFirst().orElse(null);
        return sort == null
                ? slice.of(first, size, null, false)
                : slice.of(first, size, sort.getField(), sort.getOrder().isAscending());
    }
}
