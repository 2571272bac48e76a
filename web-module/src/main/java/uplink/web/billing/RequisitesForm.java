package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uplink.billing.requisites.boundary.ProviderRequisites;
import uplink.billing.requisites.boundary.Requisites;
import uplink.web.shell.Go;
import uplink.web.shell.Reader;

/** The provider's bank details. */
@Named
@ViewScoped
public class RequisitesForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ProviderRequisites requisites;

    @Inject
    private Reader reader;

    private @Nullable Integer version;
    private @Nullable String name;
    private @Nullable String inn;
    private @Nullable String kpp;
    private @Nullable String account;
    private @Nullable String bankName;
    private @Nullable String bic;
    private @Nullable String corrAccount;
    private @Nullable String purpose;
    private @Nullable String address;

    public void load() {
        requisites.find().ifPresentOrElse(this::show, () -> purpose = reader.say("requisites.purpose-usual"));
    }

    private void show(Requisites kept) {
        version = kept.version();
        name = kept.name();
        inn = kept.inn();
        kpp = kept.kpp();
        account = kept.account();
        bankName = kept.bankName();
        bic = kept.bic();
        corrAccount = kept.corrAccount();
        purpose = kept.purpose();
        address = kept.address();
    }

    public void save() {
        requisites.replace(
                version,
                new Requisites(
                        Go.given(name),
                        Go.given(inn),
                        kpp,
                        Go.given(account),
                        Go.given(bankName),
                        Go.given(bic),
                        corrAccount,
                        Go.given(purpose),
                        address,
                        null));
        Go.to("/requisites", "requisites.saved");
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getInn() {
        return inn;
    }

    public void setInn(@Nullable String inn) {
        this.inn = inn;
    }

    public @Nullable String getKpp() {
        return kpp;
    }

    public void setKpp(@Nullable String kpp) {
        this.kpp = kpp;
    }

    public @Nullable String getAccount() {
        return account;
    }

    public void setAccount(@Nullable String account) {
        this.account = account;
    }

    public @Nullable String getBankName() {
        return bankName;
    }

    public void setBankName(@Nullable String bankName) {
        this.bankName = bankName;
    }

    public @Nullable String getBic() {
        return bic;
    }

    public void setBic(@Nullable String bic) {
        this.bic = bic;
    }

    public @Nullable String getCorrAccount() {
        return corrAccount;
    }

    public void setCorrAccount(@Nullable String corrAccount) {
        this.corrAccount = corrAccount;
    }

    public @Nullable String getPurpose() {
        return purpose;
    }

    public void setPurpose(@Nullable String purpose) {
        this.purpose = purpose;
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }
}
