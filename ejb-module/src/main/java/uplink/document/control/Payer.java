package uplink.document.control;

import org.jspecify.annotations.Nullable;

/**
 * To whom a paper is made out: a company by the name that stands on its own papers.
 *
 * @param contract the number that people quote
 */
public record Payer(
        String name,
        String contract,
        @Nullable String inn,
        @Nullable String kpp,
        @Nullable String ogrn,
        @Nullable String address,
        @Nullable String bankName,
        @Nullable String bic,
        @Nullable String account) {

    /** Of whom no more is known. */
    static Payer named(String name, String contract) {
        return new Payer(name, contract, null, null, null, null, null, null, null);
    }
}
