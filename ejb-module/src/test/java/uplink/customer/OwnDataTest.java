package uplink.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.billing.ledger.boundary.Adjustment;
import uplink.billing.ledger.boundary.Ledger;
import uplink.customer.boundary.Contacts;
import uplink.customer.boundary.CustomerChange;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.CustomerRequisites;
import uplink.customer.boundary.IdentityDetails;
import uplink.customer.boundary.IdentityDocuments;
import uplink.customer.boundary.IdentityKind;
import uplink.customer.boundary.NewContact;
import uplink.customer.boundary.NewIdentityDocument;
import uplink.customer.boundary.OwnData;
import uplink.customer.boundary.PersonalExport;
import uplink.customer.control.PersonalData;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Json;
import uplink.shared.KeyVault;
import uplink.shared.TestVault;
import uplink.testing.Desk;

class OwnDataTest {

    private final Desk provider = new Desk(LocalDate.of(2026, 11, 20));

    @AfterEach
    void close() throws Exception {
        provider.close();
    }

    @Test
    void everyTableWithACustomerIsToldOrNamedWithAReason() {
        List<String> tables = provider.boundaries
                .sql()
                .list(
                        """
                        select distinct c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                            and a.attname ~ '((customer|user)_id|^(debit|credit)_account)$' and not a.attisdropped""",
                        row -> row.getString(1));
        Set<String> known = new HashSet<>(PersonalData.told());
        known.addAll(PersonalData.NOT_TOLD.keySet());
        Set<String> missing = new TreeSet<>(tables);
        missing.removeAll(known);
        assertEquals(Set.of(), missing, "PersonalData tells of a new table, or says why not");
        assertTrue(PersonalData.told().stream().noneMatch(PersonalData.NOT_TOLD::containsKey));
    }

    /** A read of a whole table for each customer who asks would be a way to stop the provider. */
    @Test
    void whatIsAskedByCustomerHasAnIndexForIt() {
        assertEquals(
                List.of(),
                provider.boundaries
                        .sql()
                        .list(
                                """
                                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'customer_id'
                                where c.relnamespace = 'public'::regnamespace and c.relname = any (?)
                                    and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum
                                        and coalesce(pg_get_expr(i.indpred, i.indrelid), '') in ('', '(customer_id IS NOT NULL)'))
                                order by 1""",
                                row -> row.getString(1),
                                (Object) PersonalData.told().toArray(String[]::new)));
    }

    @Test
    void whatHappenedToTheAccountAndTheAddressIsTold() {
        provider.boundaries.with(KeyVault.class, TestVault.make());
        UUID customer = known("Канарейкина");
        UUID other = known("Чужой");
        Caller caller = provider.caller(customer);
        Ledger ledger = provider.boundaries.get(Ledger.class);
        provider.boundaries.run(() -> {
            ledger.adjust(customer, new Adjustment(new BigDecimal("12.34"), null, "за простой"));
            ledger.adjust(other, new Adjustment(new BigDecimal("99.99"), null, "не ваше"));
        });
        provider.boundaries
                .sql()
                .update(
                        """
                        insert into email_changes (id, user_id, email, before, created_at, expires_at)
                        values (?, ?, 'new@example.org', 'old@example.org', now(), now())""",
                        Ids.next(),
                        caller.userId());
        var data = new PersonalData(provider.boundaries.sql()).of(customer);
        List<Map<String, Object>> transfers = data.get("transactions");
        assertEquals(1, transfers.size(), transfers.toString());
        assertEquals("12.34", transfers.get(0).get("amount"));
        assertEquals("за простой", transfers.get(0).get("reason"));
        assertEquals("new@example.org", data.get("emailChanges").get(0).get("email"));
    }

    @Test
    void whoTakesAContractOverIsToldOfItAndNotWhoseItWas() {
        provider.boundaries.with(KeyVault.class, TestVault.make());
        CustomerDetail giver = provider.customer("Дающий", 1);
        CustomerDetail taker = provider.customer("Берущий", 1);
        UUID before = giver.contracts().get(0).id();
        UUID after = taker.contracts().get(0).id();
        provider.boundaries
                .sql()
                .update(
                        """
                        insert into handovers (id, contract_id, customer_id, new_contract_id, new_customer_id, on_day, reason, status,
                            created_at) values (?, ?, ?, ?, ?, '2026-12-01', 'развод', 'agreed', now())""",
                        Ids.next(),
                        before,
                        giver.id(),
                        after,
                        taker.id());
        PersonalData data = new PersonalData(provider.boundaries.sql());
        assertEquals("развод", data.of(giver.id()).get("handovers").get(0).get("reason"));
        assertEquals(List.of(), data.of(giver.id()).get("handoversTaken"));
        var taken = data.of(taker.id());
        assertEquals("2026-12-01", taken.get("handoversTaken").get(0).get("onDay"));
        assertEquals(after.toString(), taken.get("handoversTaken").get(0).get("newContractId"));
        String json = Json.write(taken);
        for (String theirs : List.of("развод", giver.id().toString(), before.toString())) {
            assertFalse(json.contains(theirs), json);
        }
    }

    /** By their names, as in the audit trail. */
    @Test
    void nothingThatSoundsLikeASecretIsTold() {
        // the receipt as the till has it, what one's papers say, and one's own signature
        assertEquals(
                List.of("fiscal_receipts.content", "papers.content", "work_order_files.content"),
                provider.boundaries
                        .sql()
                        .list(
                                """
                                select c.table_name || '.' || c.column_name from information_schema.columns c
                                where c.table_schema = 'public' and c.table_name = any (?) and c.column_name <> all (?)
                                    and c.column_name ~ '(hash|secret|password|token|seed|totp|mfa|encrypted|private|jwk|content)'
                                order by 1""",
                                row -> row.getString(1),
                                PersonalData.told().toArray(String[]::new),
                                PersonalData.LEFT_OUT.keySet().toArray(String[]::new)));
    }

    @Test
    void customersGetAllOfTheirOwnAndNothingOfOthers() {
        provider.boundaries.with(KeyVault.class, TestVault.make());
        UUID customer = known("Канарейкина");
        UUID other = known("Чужой");
        Caller caller = provider.caller(customer);
        OwnData data = provider.boundaries.get(OwnData.class);
        UUID session = session(caller);
        PersonalExport export = Callers.as(caller, () -> provider.boundaries.call(() -> data.mine(session)));
        String json = Json.write(export.data());
        for (String planted : List.of("Канарейкина", "Роль Канарейкина", "Адрес Канарейкина", "тег канарейкина")) {
            assertTrue(json.contains(planted), planted + " in " + json);
        }
        assertEquals("AB12345678", export.identityDocuments().get(0).number());
        assertFalse(json.contains("Чужой"), json);
        assertFalse(json.contains(other.toString()), json);
        Map<String, Object> self = export.data().get("customers").get(0);
        assertEquals("0.00", self.get("balance"));
        assertEquals("Канарейкина", self.get("fullName"));
        assertEquals(
                1,
                provider.boundaries
                        .sql()
                        .number(
                                "select count(*) from audit_log where action = 'own-data.mine' and customer_id = ?",
                                customer));
    }

    /** A token may have got into other hands; who signed in just now is its owner. */
    @Test
    void documentsAreInClearTextSoonAfterASignInOnly() {
        provider.boundaries.with(KeyVault.class, TestVault.make());
        UUID customer = known("Канарейкина");
        Caller caller = provider.caller(customer);
        OwnData data = provider.boundaries.get(OwnData.class);
        UUID session = session(caller);
        provider.boundaries
                .sql()
                .update("update sessions set confirmed_at = now() - interval '16 minutes' where id = ?", session);
        PersonalExport late = Callers.as(caller, () -> provider.boundaries.call(() -> data.mine(session)));
        IdentityDetails masked = late.identityDocuments().get(0);
        assertEquals(IdentityKind.OTHER, masked.kind());
        assertFalse(Json.write(late).contains("AB12345678"));
        assertFalse(Json.write(late).contains("ОВД Канарейкина"));
        assertTrue(masked.number().startsWith("•••• "), masked.number());
        provider.boundaries.sql().update("update sessions set confirmed_at = now() where id = ?", session);
        PersonalExport confirmed = Callers.as(caller, () -> provider.boundaries.call(() -> data.mine(session)));
        assertEquals("AB12345678", confirmed.identityDocuments().get(0).number());
        List<String> trail = provider.boundaries
                .sql()
                .list(
                        "select after::text from audit_log where action = 'own-data.mine' and customer_id = ? order by id",
                        row -> row.getString(1),
                        customer);
        assertTrue(trail.get(0).contains("masked"), trail.toString());
        assertTrue(trail.get(1).contains("clear"), trail.toString());
    }

    private UUID session(Caller caller) {
        UUID session = Ids.next();
        provider.boundaries
                .sql()
                .update(
                        """
                        insert into sessions (id, user_id, refresh_family, confirmed_at, created_at, used_at, expires_at)
                        values (?, ?, ?, now(), now(), now(), now() + interval '1 day')""",
                        session,
                        caller.userId(),
                        session);
        return session;
    }

    private UUID known(String name) {
        UUID customer = provider.customer(name, 1).id();
        Contacts contacts = provider.boundaries.get(Contacts.class);
        IdentityDocuments documents = provider.boundaries.get(IdentityDocuments.class);
        provider.boundaries.run(() -> {
            contacts.add(customer, new NewContact(name, "Роль " + name, null, "c@example.org"));
            documents.add(customer, new NewIdentityDocument(IdentityKind.OTHER, "AB12345678", "ОВД " + name, null));
            provider.customers.update(
                    customer,
                    null,
                    new CustomerChange(
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            new CustomerRequisites(null, null, null, "Адрес " + name, null, null, null),
                            List.of("тег " + name)));
        });
        return customer;
    }
}
