package uplink.customer.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uplink.shared.Json;
import uplink.shared.Sql;

/**
 * Where personal data of customers are: the one list of it. A table is told whole, so that a new column is told with it;
 * what is left out is named. A table that hangs on a customer and stands in neither list fails a test, and so does a column
 * whose text does not arrive. Of the audit trail customers are told what they did themselves; what employees did with
 * their data is the provider's evidence.
 */
public final class PersonalData {

    /**
     * What is told of a table.
     *
     * @param rows the table, and the condition of its rows t that belong to customer ?
     */
    private record Section(String name, String rows) {}

    private static final String OF_CUSTOMER = " t where t.customer_id = ?";
    private static final String OF_USER = " t where t.%s = (select c.user_id from customers c where c.id = ?)";
    /** Of who takes over: the reason, the contract before and whose it was are the other one's. */
    private static final String TAKEN =
            """
            (select h.id, h.new_contract_id, h.on_day, h.status, h.created_at, h.withdrawn_at from handovers h
                where h.new_customer_id = ?) t""";

    private static final String PUSH_TOKENS =
            """
            push_tokens t where t.session_id in (select s.id from sessions s join customers c on c.user_id = s.user_id
                where c.id = ?)""";

    private static final String OF_APPLICATIONS =
            "%s t where t.application_id in (select a.id from applications a where a.customer_id = ?)";

    /** The signature, and that there are photos: of these a visit has up to fifty megabytes, which are given out by hand. */
    private static final String PICTURES =
            """
            (select f.id, f.work_order_id, f.kind, f.media_type, f.created_at, octet_length(f.content) as bytes,
                case when f.kind <> 'photo' then f.content end as content from work_order_files f)""";

    private static final String OF_VISITS = "%s t where t.work_order_id in (select w.id from work_orders w"
            + " join applications a on a.id = w.application_id where a.customer_id = ?)";

    private static final String OF_SUBSCRIPTION =
            " t where t.subscription_id in (select s.id from subscriptions s where s.customer_id = ?)";

    private static final String OF_PAYMENT =
            " t where t.payment_id in (select p.id from payments p where p.customer_id = ?)";

    /** What the bank told of who paid; of money that went to several customers it may tell of another one. */
    private static final String BANKED =
            """
            (select e.*, m.payment_id from payments p join bank_matches m on m.payment_id = p.id and m.undone_at is null
                join bank_entries e on e.id = m.entry_id and e.amount = m.amount where p.customer_id = ?) t""";

    /** That there are papers; each is a file by itself. */
    private static final String PAPERS =
            """
            (select d.invoice_id, d.paper_id, d.language, d.template_no, d.sha256, d.made_at
                from (select id, customer_id from invoices union all select id, customer_id from papers) i
                join documents d on d.subject_id = i.id where i.customer_id = ?) t""";

    private static final String OF_ACCOUNT =
            """
            customers me join transactions t on t.debit_account = me.id or t.credit_account = me.id where me.id = ?""";

    private static final List<Section> SECTIONS = Stream.of(
                    Stream.of(
                            new Section("customers", "customers t where t.id = ?"),
                            new Section("users", "users" + OF_USER.formatted("id")),
                            new Section("sessions", "sessions" + OF_USER.formatted("user_id")),
                            new Section("push_tokens", PUSH_TOKENS),
                            new Section("passkeys", "passkeys" + OF_USER.formatted("user_id")),
                            new Section("email_changes", "email_changes" + OF_USER.formatted("user_id")),
                            new Section("transactions", OF_ACCOUNT),
                            new Section("handovers_taken", TAKEN),
                            new Section("application_steps", OF_APPLICATIONS.formatted("application_steps")),
                            new Section("work_orders", OF_APPLICATIONS.formatted("work_orders")),
                            new Section("work_order_files", OF_VISITS.formatted(PICTURES)),
                            new Section("work_order_materials", OF_VISITS.formatted("work_order_materials")),
                            new Section("audit_log", "audit_log" + OF_USER.formatted("actor_id")),
                            new Section("subscription_events", "subscription_events" + OF_SUBSCRIPTION),
                            new Section("subscription_discounts", "subscription_discounts" + OF_SUBSCRIPTION),
                            new Section("charges", "charges" + OF_SUBSCRIPTION),
                            new Section("terminal_payments", "terminal_payments" + OF_PAYMENT),
                            new Section("bank_matches", "bank_matches" + OF_PAYMENT),
                            new Section("bank_entries", BANKED),
                            new Section("documents", PAPERS)),
                    Stream.of(
                                    "addresses",
                                    "contracts",
                                    "customer_requisites",
                                    "customer_contacts",
                                    "customer_tags",
                                    "customer_notes",
                                    "consents",
                                    "erasures",
                                    "subscriptions",
                                    "freezes",
                                    "suspensions",
                                    "invoices",
                                    "payments",
                                    "refunds",
                                    "payouts",
                                    "promises",
                                    "saved_methods",
                                    "autopay",
                                    "fiscal_receipts",
                                    "papers",
                                    "terminations",
                                    "handovers",
                                    "relocations",
                                    "applications",
                                    "devices",
                                    "device_moves",
                                    "notifications",
                                    "messages",
                                    "notice_settings",
                                    "notice_choices")
                            .map(table -> new Section(table, table + OF_CUSTOMER)))
            .flatMap(sections -> sections)
            .toList();

    /** Tables with a customer that are not told, and why. */
    public static final Map<String, String> NOT_TOLD = Map.ofEntries(
            Map.entry(
                    "identity_documents", "told in clear text by their own boundary, which puts the reading on record"),
            Map.entry("customer_search", "derived from what is told"),
            Map.entry("duplicates", "the provider's own work, and about somebody else as well"),
            Map.entry("customer_merges", "that two rows were the same person; both are told"),
            Map.entry("ledger_accounts", "no person; its transfers are told"),
            Map.entry("backup_codes", "secrets of who signs in"),
            Map.entry("work_order_items", "what is looked at on every visit"),
            Map.entry("work_order_devices", "devices are told as what was handed out"),
            Map.entry("crew_members", "of employees, who are no customers"),
            Map.entry("api_keys", "of programs, which are no customers"),
            Map.entry("allocations", "which payment paid which invoice: derived from what is told"),
            Map.entry("open_credits", "derived from what is told"),
            Map.entry("delivery_attempts", "calls to gateways, whose outcome is told as the message's"),
            Map.entry("dead_addresses", "what gateways say of an address, which is told"),
            Map.entry("approvals", "a second person's decision about money, whose outcome is told"),
            Map.entry("audit_erasures", "hashes"),
            Map.entry("idempotency_keys", "sealed copies of answers that were given"),
            Map.entry("refresh_tokens", "secrets of sessions, which are told"),
            Map.entry("api_key_permissions", "of programs, which are no customers"),
            Map.entry("payment_attempts", "calls to payment providers, whose outcome is told as the payment's"),
            Map.entry("payment_uses", "derived from payments"),
            Map.entry("payout_uses", "derived from pay-outs"),
            Map.entry("discrepancies", "the provider's own work"),
            Map.entry("autopay_refusals", "that nothing was collected is told as a notification"),
            Map.entry("bill_run_chunks", "the provider's own work"),
            Map.entry("bill_run_tariffs", "the provider's own work"),
            Map.entry("ledger_snapshots", "sums of the provider's own accounts"),
            Map.entry("dunning_steps", "that a reminder was sent is told as a notification"),
            Map.entry("quarantine", "the provider's own work"),
            Map.entry("bill_runs", "the provider's own work"),
            Map.entry("document_packages", "the provider's own work"),
            Map.entry("bulk_items", "the provider's own work; what it changed is told where it is"),
            Map.entry("campaign_recipients", "the provider's own work; what was sent is told as messages"),
            Map.entry("bill_run_anomalies", "the provider's own work"));

    /** Columns that are told of no table, and why. */
    public static final Map<String, String> LEFT_OUT = Stream.of(
                    because("whose row it is: the caller's", "customer_id", "user_id", "actor_id"),
                    because(
                            "an employee",
                            "author_id",
                            "created_by",
                            "moved_by",
                            "crew_id",
                            "decided_by",
                            "withdrawn_by",
                            "undone_by",
                            "status_by",
                            "by_id",
                            "closed_by",
                            "done_by"),
                    because("somebody else's", "new_customer_id"),
                    because(
                            "a secret",
                            "password_hash",
                            "mfa_settings",
                            "token",
                            "secret",
                            "credential",
                            "credential_id"),
                    because("a file, which GET /documents/{id}/content hands out", "pdf"),
                    because("an address that a provider made for one payment", "return_url", "confirmation_url"),
                    because(
                            "the provider's bookkeeping",
                            "version",
                            "run_id",
                            "policy_id",
                            "request_key",
                            "key_id",
                            "ask_at",
                            "asked",
                            "hint",
                            "next_due",
                            "rerate_from",
                            "status_due",
                            "charged_to",
                            "refresh_family",
                            "sign_count",
                            "event_id",
                            "shift_id",
                            "search"))
            .flatMap(columns -> columns.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Sql sql;

    public PersonalData(Sql sql) {
        this.sql = sql;
    }

    /** The tables that are told. */
    public static Set<String> told() {
        return SECTIONS.stream().map(Section::name).collect(Collectors.toSet());
    }

    /**
     * By section, named like the API's fields, in the order of the list; sections without rows included. Of a customer with
     * whom others were merged theirs come behind.
     */
    public Map<String, List<Map<String, Object>>> of(UUID customer) {
        Map<String, List<Map<String, Object>>> all = whole(customer);
        sql.list(
                        "select id from customers where merged_into = ? and id <> merged_into order by id",
                        row -> row.getObject(1, UUID.class),
                        customer)
                .forEach(merged -> whole(merged)
                        .forEach((section, rows) -> all.computeIfAbsent(section, none -> new ArrayList<>())
                                .addAll(rows)));
        return all;
    }

    private Map<String, List<Map<String, Object>>> whole(UUID customer) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        String[] without = LEFT_OUT.keySet().toArray(String[]::new);
        for (Section section : SECTIONS) {
            all.put(
                    camel(section.name()),
                    sql.list(
                            "select (to_jsonb(t) - ?::text[])::text from " + section.rows()
                                    + " order by to_jsonb(t) ->> 'id'",
                            row -> row(row.getString(1)),
                            without,
                            customer));
        }
        return all;
    }

    private static Map<String, String> because(String why, String... columns) {
        return Stream.of(columns).collect(Collectors.toMap(column -> column, column -> why));
    }

    private static Map<String, Object> row(String json) {
        return renamed(Json.read(json, new TypeReference<Map<String, @Nullable Object>>() {}));
    }

    private static Map<String, Object> renamed(Map<String, @Nullable Object> row) {
        Map<String, Object> told = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            if (value != null) {
                told.put(camel(column), value instanceof BigDecimal amount ? amount.toPlainString() : value);
            }
        });
        return told;
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_", -1)) {
            camel.append(
                    camel.length() == 0 || word.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }
}
