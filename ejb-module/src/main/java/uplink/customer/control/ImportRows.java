package uplink.customer.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.AddressDetail;
import uplink.customer.boundary.CustomerKind;
import uplink.customer.boundary.NewAddress;
import uplink.shared.Folding;
import uplink.shared.Ids;
import uplink.shared.Text;
import uplink.shared.Validation;
import uplink.shared.table.DelimitedTable;
import uplink.shared.table.FileDates;

/** Reads rows by themselves: words into values, with everything refused that is wrong about them. */
final class ImportRows {

    /** A tariff that rows may name. */
    record Tariff(UUID id, @Nullable String audience) {}

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,2})?");
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u202f]");
    private static final Map<String, CustomerKind> KINDS = Map.of(
            "person", CustomerKind.PERSON,
            "физлицо", CustomerKind.PERSON,
            "company", CustomerKind.COMPANY,
            "юрлицо", CustomerKind.COMPANY);

    private final Map<String, Tariff> tariffs;
    private final LocalDate today;
    private final Map<String, UUID> customers = new HashMap<>();
    private final Map<String, UUID> contracts = new HashMap<>();

    ImportRows(Map<String, Tariff> tariffs, LocalDate today) {
        this.tariffs = tariffs;
        this.today = today;
    }

    /** The row, or nothing when something about it is wrong: then the refusals say what. */
    Optional<ImportRow> read(DelimitedTable.Row<ImportColumn> row, List<Refusal> refusals) {
        Validation validation = new Validation();
        String key = customerKey(row);
        UUID customer = key == null ? null : customers.computeIfAbsent(key, k -> Ids.next());
        ImportRow read = new Reading(row, validation).row(customer);
        validation.errors().forEach(e -> refusals.add(new Refusal(row.line(), e.field(), e.message(), customer)));
        return validation.errors().isEmpty() ? Optional.of(read) : Optional.empty();
    }

    /** Rows with the same key are one customer's; without a key each contract has a customer of its own. */
    @Nullable
    String customerKey(DelimitedTable.Row<ImportColumn> row) {
        String key = row.get(ImportColumn.CUSTOMER_KEY);
        String number = row.get(ImportColumn.CONTRACT_NUMBER);
        return key != null ? "k" + key : number == null ? null : "n" + number;
    }

    /** The reading of one row. */
    private final class Reading {

        private final DelimitedTable.Row<ImportColumn> row;
        private final Validation validation;
        private final Fields fields;

        Reading(DelimitedTable.Row<ImportColumn> row, Validation validation) {
            this.row = row;
            this.validation = validation;
            this.fields = new Fields(validation);
        }

        ImportRow row(@Nullable UUID customer) {
            CustomerKind kind = kind();
            String number = fields.contractNumber("contract_number", required(ImportColumn.CONTRACT_NUMBER));
            LocalDate signedOn = date(ImportColumn.SIGNED_ON, required(ImportColumn.SIGNED_ON));
            Tariff tariff = tariff(kind);
            LocalDate startedOn = date(ImportColumn.STARTED_ON, row.get(ImportColumn.STARTED_ON));
            BigDecimal price = amount(ImportColumn.PRICE);
            LocalDate billedTo = date(ImportColumn.BILLED_TO, row.get(ImportColumn.BILLED_TO));
            belongsToATariff(ImportColumn.STARTED_ON, tariff);
            belongsToATariff(ImportColumn.BILLED_TO, tariff);
            belongsToATariff(ImportColumn.PRICE, tariff);
            notNegative(ImportColumn.PRICE, price);
            LocalDate start = startedOn == null ? signedOn : startedOn;
            validation.check(
                    billedTo == null || start == null || !billedTo.isBefore(start),
                    "billed_to",
                    Text.of("customer.import.billed-before-start"));
            return new ImportRow(
                    row.line(),
                    customer == null ? Ids.next() : customer,
                    contracts.computeIfAbsent(number == null ? "" : number, n -> Ids.next()),
                    kind,
                    validation.text("full_name", row.get(ImportColumn.FULL_NAME), 200),
                    fields.inn("inn", row.get(ImportColumn.INN), kind),
                    fields.email("email", row.get(ImportColumn.EMAIL)),
                    fields.phone("phone", row.get(ImportColumn.PHONE)),
                    fields.locale("locale", row.get(ImportColumn.LOCALE)),
                    number == null ? "" : number,
                    signedOn == null ? today : signedOn,
                    billingDay(),
                    address(),
                    tariff == null ? null : tariff.id(),
                    tariff == null ? null : start,
                    billedTo,
                    price,
                    amount(ImportColumn.OPENING_BALANCE));
        }

        private @Nullable String required(ImportColumn column) {
            String value = row.get(column);
            validation.require(column.header(), value);
            return value;
        }

        private CustomerKind kind() {
            String word = row.get(ImportColumn.KIND);
            CustomerKind kind = word == null ? CustomerKind.PERSON : KINDS.get(Folding.folded(word));
            validation.check(kind != null, "kind", Text.of("customer.import.kind"));
            return kind == null ? CustomerKind.PERSON : kind;
        }

        private int billingDay() {
            String day = row.get(ImportColumn.BILLING_DAY);
            boolean number = day == null || (day.length() <= 2 && day.chars().allMatch(Character::isDigit));
            return fields.billingDay(
                    "billing_day", day == null ? null : number ? Integer.valueOf(day) : Integer.valueOf(0));
        }

        private @Nullable LocalDate date(ImportColumn column, @Nullable String value) {
            if (value == null) {
                return null;
            }
            LocalDate date = FileDates.of(value).orElse(null);
            validation.check(
                    date != null && !date.isBefore(EARLIEST) && !date.isAfter(today.plusYears(1)),
                    column.header(),
                    Text.of("customer.import.date"));
            return date;
        }

        private @Nullable BigDecimal amount(ImportColumn column) {
            String value = row.get(column);
            if (value == null) {
                return null;
            }
            String plain = BLANKS.matcher(value).replaceAll("").replace(',', '.');
            boolean right = AMOUNT.matcher(plain).matches();
            validation.check(right, column.header(), Text.of("customer.import.amount"));
            return right ? new BigDecimal(plain) : null;
        }

        private void notNegative(ImportColumn column, @Nullable BigDecimal amount) {
            validation.check(
                    amount == null || amount.signum() >= 0, column.header(), Text.of("customer.import.negative"));
        }

        private @Nullable Tariff tariff(CustomerKind kind) {
            String code = row.get(ImportColumn.TARIFF);
            if (code == null) {
                return null;
            }
            Tariff tariff = tariffs.get(code);
            validation.check(tariff != null, "tariff", Text.of("customer.import.tariff"));
            validation.check(
                    tariff == null || tariff.audience() == null || kind.code().equals(tariff.audience()),
                    "tariff",
                    Text.of("customer.import.tariff-audience"));
            return tariff;
        }

        private void belongsToATariff(ImportColumn column, @Nullable Tariff tariff) {
            validation.check(
                    tariff != null || row.get(column) == null || row.get(ImportColumn.TARIFF) != null,
                    column.header(),
                    Text.of("customer.import.no-tariff"));
        }

        private @Nullable AddressDetail address() {
            NewAddress address = new NewAddress(
                    row.get(ImportColumn.REGION),
                    row.get(ImportColumn.CITY),
                    row.get(ImportColumn.STREET),
                    row.get(ImportColumn.HOUSE),
                    row.get(ImportColumn.FLAT),
                    null,
                    null,
                    null);
            boolean blank = address.equals(new NewAddress(null, null, null, null, null, null, null, null));
            return blank ? null : fields.address("", address);
        }
    }
}
