package uplink.web.billing;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uplink.billing.statement.boundary.BankDesk;
import uplink.billing.statement.boundary.BankEntryQuery;
import uplink.billing.statement.boundary.BankFile;
import uplink.billing.statement.boundary.BankStatements;
import uplink.billing.statement.boundary.EntryStatus;
import uplink.shared.BusinessException;
import uplink.shared.FieldError;
import uplink.shared.Text;
import uplink.web.imports.UploadLimit;
import uplink.web.problem.Refusals;
import uplink.web.shell.Go;
import uplink.web.shell.Rows;

/** Files of banks that were taken in, and the form for another one. */
@Named
@ViewScoped
public class BankStatementList implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String LINE = "line ";

    @Inject
    private BankStatements statements;

    @Inject
    private BankDesk desk;

    private transient @Nullable Part file;
    private transient @Nullable List<FieldError> faults;
    private transient @Nullable Long waiting;
    private @Nullable String refused;
    private final Rows<BankFile> rows =
            new Rows<>((first, size, column, ascending) -> statements.list(first, size), () -> statements.count());

    /** Says beside the field why a file that was too large for any form has brought its sender back here. */
    public void load() {
        if (UploadLimit.TOO_LARGE.equals(refused)) {
            Refusals.besides(FacesContext.getCurrentInstance(), "upload:file", tooLarge());
        }
    }

    public void upload() throws IOException {
        Part given = Go.given(file);
        if (given.getSize() > BankStatements.LARGEST) {
            throw BusinessException.invalid("file", tooLarge());
        }
        try (InputStream content = given.getInputStream()) {
            BankFile taken = statements.upload(given.getSubmittedFileName(), content.readAllBytes());
            Go.to("/bank-statement?id=" + taken.id(), "bank.taken");
        } catch (BusinessException e) {
            if (e.errors().stream().noneMatch(error -> error.field().startsWith(LINE))) {
                throw e;
            }
            faults = e.errors();
        }
    }

    /** What is wrong with the file that was sent, by line. */
    public List<FieldError> getFaults() {
        return faults == null ? List.of() : faults;
    }

    public String line(FieldError fault) {
        return fault.field().replace(LINE, "");
    }

    /** How many entries wait for a decision. */
    public long getWaiting() {
        if (waiting == null) {
            waiting = desk.count(new BankEntryQuery(null, EntryStatus.WAITING, null, null, 0, 1));
        }
        return waiting;
    }

    private static Text tooLarge() {
        return Text.of("statement.too-large", BankStatements.LARGEST >> 20);
    }

    /** What the browser says before it sends anything. */
    public String tooLarge(Locale locale) {
        return tooLarge().in(locale);
    }

    public int getLargest() {
        return BankStatements.LARGEST;
    }

    public Rows<BankFile> getRows() {
        return rows;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public @Nullable String getRefused() {
        return refused;
    }

    public void setRefused(@Nullable String refused) {
        this.refused = refused;
    }
}
