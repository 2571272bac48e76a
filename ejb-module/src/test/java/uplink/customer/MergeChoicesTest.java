package uplink.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.billing.ledger.boundary.Adjustment;
import uplink.billing.ledger.boundary.Ledger;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.MergeChoice;
import uplink.customer.boundary.MergeField;
import uplink.customer.boundary.MergeObstacle;
import uplink.customer.boundary.MergeObstacle.Kind;
import uplink.customer.boundary.MergeOrder;
import uplink.customer.boundary.MergePreview;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.ProblemType;

/** What is chosen before a merge, and what is in its way. */
class MergeChoicesTest extends MergeCases {

    @Test
    void whatDiffersIsChosenFieldByField() {
        sql.update("update customers set phone = '+79160000001', inn = '770708389300' where id = ?", kept.id());
        sql.update("update customers set phone = '+79160000002', email = 'b@example.org' where id = ?", other.id());
        assertEquals(
                List.of(
                        new MergeChoice(MergeField.FULL_NAME, "Иванов Иван", "Иванов И. И.", true),
                        new MergeChoice(MergeField.EMAIL, null, "b@example.org", false),
                        new MergeChoice(MergeField.PHONE, "+79160000001", "+79160000002", true)),
                preview().choices());
        merge(List.of(MergeField.PHONE, MergeField.INN), other.contractNumber());
        CustomerDetail now = provider.boundaries.call(() -> provider.customers.get(kept.id()));
        assertEquals("+79160000002", now.phone());
        assertEquals("Иванов Иван", now.fullName());
        assertEquals("770708389300", now.inn(), "the other one had none to take");
        assertEquals(List.of("email", "phone"), List.of((Object[]) sql.first("select taken from customer_merges", row ->
                        (String[]) row.getArray(1).getArray())
                .orElseThrow()));
    }

    /** One sign-in stays, and whoever was signed in signs in again. */
    @Test
    void aCustomerHasOneSignIn() {
        Caller theirs = provider.caller(other.id());
        session(theirs.userId());
        merge();
        assertEquals(
                theirs.userId(),
                provider.boundaries
                        .call(() -> provider.customers.get(kept.id()))
                        .userId());
        assertTrue(sql.number("select count(*) from users where id = ? and is_active", theirs.userId()) == 1);
        assertEquals(0, sql.number("select count(*) from sessions where user_id = ?", theirs.userId()));
    }

    @Test
    void ofTwoSignInsTheOneThatIsChosenStays() {
        Caller ours = provider.caller(kept.id());
        Caller theirs = provider.caller(other.id());
        merge(List.of(MergeField.SIGN_IN), other.contractNumber());
        assertEquals(
                theirs.userId(),
                provider.boundaries
                        .call(() -> provider.customers.get(kept.id()))
                        .userId());
        assertEquals(0, sql.number("select count(*) from users where id = ? and is_active", ours.userId()));
        assertEquals(1, sql.number("select count(*) from users where id = ? and is_active", theirs.userId()));
    }

    @Test
    void whoeverGoesIsSettledToTheLastKopeck() {
        UUID tariff = provider.tariff("500.00").id();
        sql.update("update contracts set status = 'active', closed_on = null where customer_id = ?", other.id());
        provider.subscription(other.id(), tariff, TODAY.minusDays(3));
        assertEquals(List.of(Kind.CONTRACT, Kind.SERVICE, Kind.UNBILLED), obstacles());
        BusinessException refused = assertThrows(BusinessException.class, this::merge);
        assertEquals(ProblemType.NOT_ALLOWED, refused.type());
        assertEquals("otherId", refused.errors().get(0).field());
        assertEquals(0, sql.number("select count(*) from customer_merges"));
    }

    @Test
    void creditIsPaidOutOrMovedByCorrectionsFirst() {
        Ledger ledger = provider.boundaries.get(Ledger.class);
        provider.boundaries.run(
                () -> ledger.adjust(other.id(), new Adjustment(new BigDecimal("5.00"), null, "простой")));
        assertEquals(List.of(Kind.CREDIT), obstacles());
    }

    @Test
    void whatCannotBeOneIsRefused() {
        sql.update("update customers set kind = 'company' where id = ?", other.id());
        sql.update(
                "insert into erasures (id, customer_id, status, by_customer, created_at) values (gen_random_uuid(), ?, 'requested', true, now())",
                kept.id());
        assertEquals(List.of(Kind.KIND, Kind.WISH), obstacles());
        assertEquals(
                List.of(Kind.SAME),
                provider.boundaries.call(() -> merges.of(kept.id(), kept.id())).obstacles().stream()
                        .map(MergeObstacle::kind)
                        .filter(kind -> kind == Kind.SAME)
                        .toList());
    }

    @Test
    void theNumberIsTypedAndWhatWasSeenHolds() {
        assertEquals(
                List.of("contractNumber"),
                assertThrows(BusinessException.class, () -> merge(List.of(), kept.contractNumber())).errors().stream()
                        .map(error -> error.field())
                        .toList());
        MergePreview seen = preview();
        sql.update("update customers set version = version + 1 where id = ?", other.id());
        assertEquals(
                ProblemType.STALE,
                assertThrows(
                                BusinessException.class,
                                () -> provider.boundaries.call(() -> merges.merge(
                                        kept.id(),
                                        new MergeOrder(
                                                other.id(),
                                                null,
                                                other.contractNumber(),
                                                seen.keptVersion(),
                                                seen.otherVersion(),
                                                null))))
                        .type());
    }

    private List<Kind> obstacles() {
        return preview().obstacles().stream().map(MergeObstacle::kind).toList();
    }

    private void session(UUID user) {
        sql.update(
                """
                insert into sessions (id, user_id, refresh_family, confirmed_at, created_at, used_at, expires_at)
                values (gen_random_uuid(), ?, gen_random_uuid(), now(), now(), now(), now() + interval '1 day')""",
                user);
        assertFalse(sql.number("select count(*) from sessions where user_id = ?", user) == 0);
    }
}
