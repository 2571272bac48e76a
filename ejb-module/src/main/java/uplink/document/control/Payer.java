package uplink.document.control;

import org.jspecify.annotations.Nullable;

/** To whom a paper is made out: a company by the name that stands on its own papers. */
public record Payer(String name, @Nullable String inn, @Nullable String kpp, @Nullable String address) {}
