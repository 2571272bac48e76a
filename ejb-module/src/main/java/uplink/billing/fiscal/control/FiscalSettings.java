package uplink.billing.fiscal.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uplink.shared.Settings;

/** Who prints receipts, and what stands in all of them. */
@ApplicationScoped
public class FiscalSettings {

    private final Optional<FiscalService> service;
    private final @Nullable BigDecimal advanceRate;
    private final String fallbackEmail;

    /**
     * {@code UPLINK_FISCAL}: {@code none}, {@code file} (under {@code UPLINK_DATA}/receipts) or {@code atol}, with {@code
     * UPLINK_ATOL_*}. {@code UPLINK_FISCAL_VAT}: percent of the tax in advances, or {@code none}. {@code
     * UPLINK_FISCAL_EMAIL}: the seller's, who also gets what customers without an address should.
     */
    public FiscalSettings() {
        this(
                configured(Settings.text("UPLINK_FISCAL", "none")),
                Settings.text("UPLINK_FISCAL_VAT", "none"),
                Settings.text("UPLINK_FISCAL_EMAIL", ""));
    }

    public FiscalSettings(Optional<FiscalService> service, String vat, String fallbackEmail) {
        this.service = service;
        this.advanceRate = vat.equals("none") ? null : new BigDecimal(vat);
        this.fallbackEmail = fallbackEmail;
    }

    private static Optional<FiscalService> configured(String which) {
        return switch (which) {
            case "none" -> Optional.empty();
            case "file" ->
                Optional.of(new FiscalFiles(
                        Path.of(Settings.text("UPLINK_DATA", "data")).resolve("receipts")));
            case "atol" -> Optional.of(new AtolOnline(AtolOnline.Shop.configured(), Duration.ofSeconds(10)));
            default -> throw new IllegalArgumentException("UPLINK_FISCAL: none, file or atol");
        };
    }

    public boolean isOn() {
        return service.isPresent();
    }

    public Optional<FiscalService> service() {
        return service;
    }

    /** Percent; null: without tax. */
    @Nullable
    BigDecimal advanceRate() {
        return advanceRate;
    }

    String fallbackEmail() {
        return fallbackEmail;
    }
}
