package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.statement.boundary.BankDesk;
import uplink.billing.statement.boundary.BankEntry;
import uplink.billing.statement.boundary.BankEntryQuery;
import uplink.billing.statement.boundary.BankFile;
import uplink.billing.statement.boundary.BankStatement;
import uplink.billing.statement.boundary.BankStatements;
import uplink.web.shell.Go;
import uplink.web.shell.Rows;

/** What a file of a bank brought. */
@Named
@ViewScoped
public class BankStatementPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private BankStatements statements;

    @Inject
    private BankDesk desk;

    private @Nullable String id;
    private transient @Nullable BankFile file;
    private transient @Nullable List<BankStatement> proved;
    private final Rows<BankEntry> entries = new Rows<>(
            (first, size, column, ascending) -> desk.list(query(first, size)), () -> desk.count(query(0, 1)));

    public void load() {
        getFile();
    }

    private BankEntryQuery query(int first, int size) {
        return new BankEntryQuery(Go.id(id), null, null, null, first, size);
    }

    public BankFile getFile() {
        if (file == null) {
            file = statements.get(Go.id(id));
        }
        return file;
    }

    public List<BankStatement> getProved() {
        if (proved == null) {
            proved = statements.listStatements(Go.id(id));
        }
        return proved;
    }

    public Rows<BankEntry> getEntries() {
        return entries;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
