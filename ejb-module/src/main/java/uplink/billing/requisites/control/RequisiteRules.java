package uplink.billing.requisites.control;

import org.jspecify.annotations.Nullable;
import uplink.billing.requisites.boundary.Requisites;
import uplink.shared.BankDigits;
import uplink.shared.Inn;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What bank details must be. */
public final class RequisiteRules {

    private RequisiteRules() {}

    /** Refusals: {@code validation}. */
    public static Requisites checked(Requisites wanted) {
        Validation validation = new Validation();
        String name = validation.text("name", wanted.name(), 160);
        String inn = validation.text("inn", wanted.inn(), 12);
        validation.check(inn.isEmpty() || Inn.isCompanys(inn) || Inn.isPersons(inn), "inn", Text.of("requisites.inn"));
        String kpp = validation.optional("kpp", wanted.kpp(), 9);
        validation.check(kpp == null || kpp.matches("[0-9]{4}[0-9A-Z]{2}[0-9]{3}"), "kpp", Text.of("requisites.kpp"));
        String bic = validation.text("bic", wanted.bic(), 9);
        boolean isBic = BankDigits.isBic(bic);
        validation.check(bic.isEmpty() || isBic, "bic", Text.of("requisites.bic"));
        String account = validation.text("account", wanted.account(), 20);
        validation.check(
                account.isEmpty() || !isBic || BankDigits.isAccount(account, bic),
                "account",
                Text.of("requisites.account"));
        String corrAccount = validation.optional("corrAccount", wanted.corrAccount(), 20);
        validation.check(isRight(corrAccount, isBic, bic), "corrAccount", Text.of("requisites.corr-account"));
        Requisites checked = new Requisites(
                name,
                inn,
                kpp,
                account,
                validation.text("bankName", wanted.bankName(), 45),
                bic,
                corrAccount,
                validation.text("purpose", wanted.purpose(), 160),
                validation.optional("address", wanted.address(), 300),
                null);
        validation.done();
        return checked;
    }

    private static boolean isRight(@Nullable String corrAccount, boolean isBic, String bic) {
        return corrAccount == null || !isBic || BankDigits.isCorrespondent(corrAccount, bic);
    }
}
