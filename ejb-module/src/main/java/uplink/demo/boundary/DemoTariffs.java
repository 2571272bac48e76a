package uplink.demo.boundary;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.Audience;
import uplink.catalog.boundary.NewTariff;
import uplink.catalog.boundary.NewTariffVersion;
import uplink.catalog.boundary.Period;
import uplink.catalog.boundary.Spread;
import uplink.catalog.boundary.TariffKind;
import uplink.catalog.boundary.Tariffs;
import uplink.catalog.boundary.Timing;
import uplink.shared.Coded;

/** The demo's price list, valid since long before its first customer. */
final class DemoTariffs {

    private static final LocalDate VALID_FROM = LocalDate.of(2020, 1, 1);

    private final Tariffs tariffs;
    private final Map<String, UUID> ids = new HashMap<>();

    DemoTariffs(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    void create(String csv, Collection<String> there) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = format.parse(new StringReader(csv))) {
            for (CSVRecord row : rows) {
                if (!there.contains(row.get("code"))) {
                    ids.put(row.get("code"), tariffs.create(tariff(row)).id());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NewTariff tariff(CSVRecord row) {
        NewTariffVersion version = new NewTariffVersion(
                VALID_FROM,
                row.get("name_ru"),
                row.get("name_en"),
                number(row.get("speed_down")),
                number(row.get("speed_up")),
                new BigDecimal(row.get("price")),
                null,
                Period.valueOf(row.get("period")),
                Coded.of(Timing.class, row.get("timing")),
                Coded.of(Spread.class, row.get("spread")),
                null,
                null,
                row.get("tax_class"));
        List<UUID> parts = Stream.of(row.get("parts").split(" ", -1))
                .map(ids::get)
                .filter(java.util.Objects::nonNull)
                .toList();
        String audience = row.get("audience");
        return new NewTariff(
                row.get("code"),
                Coded.of(TariffKind.class, row.get("kind")),
                audience.isEmpty() ? null : Coded.of(Audience.class, audience),
                version,
                parts.isEmpty() ? null : parts,
                row.get("addon").equals("yes"),
                true);
    }

    private static @Nullable Integer number(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text);
    }
}
