package uplink.web.customer;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.CustomerRequisites;

/** The fields of a company's requisites in the form of a customer. */
public class RequisiteFields implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable String legalName;
    private @Nullable String kpp;
    private @Nullable String ogrn;
    private @Nullable String legalAddress;
    private @Nullable String bankName;
    private @Nullable String bic;
    private @Nullable String account;

    void show(@Nullable CustomerRequisites kept) {
        if (kept != null) {
            legalName = kept.legalName();
            kpp = kept.kpp();
            ogrn = kept.ogrn();
            legalAddress = kept.legalAddress();
            bankName = kept.bankName();
            bic = kept.bic();
            account = kept.account();
        }
    }

    /** As they are written now; without any value they are taken away. */
    CustomerRequisites requisites() {
        return new CustomerRequisites(legalName, kpp, ogrn, legalAddress, bankName, bic, account);
    }

    public @Nullable String getLegalName() {
        return legalName;
    }

    public void setLegalName(@Nullable String legalName) {
        this.legalName = legalName;
    }

    public @Nullable String getKpp() {
        return kpp;
    }

    public void setKpp(@Nullable String kpp) {
        this.kpp = kpp;
    }

    public @Nullable String getOgrn() {
        return ogrn;
    }

    public void setOgrn(@Nullable String ogrn) {
        this.ogrn = ogrn;
    }

    public @Nullable String getLegalAddress() {
        return legalAddress;
    }

    public void setLegalAddress(@Nullable String legalAddress) {
        this.legalAddress = legalAddress;
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

    public @Nullable String getAccount() {
        return account;
    }

    public void setAccount(@Nullable String account) {
        this.account = account;
    }
}
