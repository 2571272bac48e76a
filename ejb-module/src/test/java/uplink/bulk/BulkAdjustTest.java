package uplink.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.bulk.boundary.BulkCounts;
import uplink.bulk.boundary.BulkItem;
import uplink.bulk.boundary.BulkKind;
import uplink.bulk.boundary.BulkMoney;
import uplink.bulk.boundary.BulkParameters;
import uplink.bulk.boundary.BulkState;
import uplink.bulk.boundary.BulkStatus;
import uplink.bulk.boundary.BulkWork;
import uplink.shared.ProblemType;

/** Corrections for many: posted once each, taken back by counter-corrections, and a large sum needs two people. */
class BulkAdjustTest extends BulkCases {

    private UUID second;

    @BeforeEach
    void people() {
        sql.update("update users set role = 'accountant' where id = ?", operator);
        second = somebody("accountant");
        sql.update("update settings set value = '1000.00' where key = 'approval.above'");
        many(5);
    }

    private BulkWork correction(String amount) {
        return preview(BulkKind.ADJUST, ALL, BulkParameters.ofCorrection(new BigDecimal(amount), null, "за простой"));
    }

    private BigDecimal balance(int n) {
        return sql.first("select balance from customers where id = ?", row -> row.getBigDecimal(1), customer(n))
                .orElseThrow();
    }

    private long transfers() {
        return sql.number("select count(*) from transactions");
    }

    @Test
    void aPreviewTellsTheSumAndPostsNothing() {
        BulkWork work = correction("100");
        BulkMoney money = work.money();
        assertNotNull(money);
        assertEquals(new BigDecimal("500.00"), money.bill());
        assertEquals(new BigDecimal("500.00"), money.after());
        assertEquals(0, transfers());
        assertEquals(new BigDecimal("0.00"), balance(1));
    }

    @Test
    void eachIsCreditedOnceInTheNameOfWhoeverWantedIt() {
        BulkWork done = done(correction("100.00"));
        assertEquals(BulkStatus.DONE, done.status());
        assertEquals(5, transfers());
        assertEquals(new BigDecimal("100.00"), balance(3));
        assertEquals(
                List.of("за простой"),
                sql.list(
                        "select distinct reason from transactions where created_by = ?",
                        row -> row.getString(1),
                        operator));
        assertEquals(0, sql.number("select count(*) from approvals"));
    }

    @Test
    void itIsTakenBackByCounterCorrectionsThatNameTheWork() {
        BulkWork work = done(correction("-20.00"));
        assertEquals(new BigDecimal("-20.00"), balance(2));
        BulkWork back = undone(work);
        assertEquals(5, back.counts().undone());
        assertEquals(new BigDecimal("0.00"), balance(2));
        assertEquals(10, transfers());
        assertEquals(
                5,
                sql.number(
                        "select count(*) from transactions where reason = ?",
                        "Отмена массовой операции № " + work.no() + ": за простой"));
    }

    /** Each is small, all of them are not. */
    @Test
    void aLargeSumInSmallPartsWaitsForASecondPerson() {
        BulkWork work = commit(correction("200.01"));
        assertEquals(BulkStatus.WAITING, work.status());
        work();
        assertEquals(0, transfers());
        refused(ProblemType.FORBIDDEN, () -> as(operator, "approve", () -> works.approve(work.id(), null)));
        BulkWork approved = as(second, "approve", () -> works.approve(work.id(), "ок"));
        assertEquals(BulkStatus.RUNNING, approved.status());
        assertEquals("ок", approved.note());
        work();
        assertEquals(new BigDecimal("200.01"), balance(5));
        assertEquals(5, transfers());
        assertEquals(0, sql.number("select count(*) from approvals"), "not one for each");
        refused(ProblemType.INVALID_STATE, () -> as(second, "approve", () -> works.approve(work.id(), null)));
    }

    @Test
    void exactlyTheThresholdNeedsNobodyElse() {
        assertEquals(BulkStatus.RUNNING, commit(correction("200.00")).status());
    }

    @Test
    void whatIsRefusedStandsAsBeforeAndSaysWhy() {
        BulkWork work = commit(correction("-300.00"));
        refused(ProblemType.VALIDATION, () -> as(second, "refuse", () -> works.refuse(work.id(), " ")));
        BulkWork refused = as(second, "refuse", () -> works.refuse(work.id(), "не согласовано"));
        assertEquals(BulkStatus.READY, refused.status());
        assertEquals("не согласовано", refused.note());
        assertNull(refused.decidedBy());
        work();
        assertEquals(0, transfers());
    }

    /** What was given to many is taken from many. */
    @Test
    void takingALargeSumBackNeedsASecondPersonToo() {
        BulkWork work = commit(correction("300.00"));
        as(second, "approve", () -> works.approve(work.id(), null));
        work();
        assertEquals(
                BulkStatus.WAITING,
                as(operator, "undo", () -> works.undo(work.id())).status());
        work();
        assertEquals(5, transfers());
        as(second, "refuse", () -> works.refuse(work.id(), "оставить"));
        assertEquals(BulkStatus.DONE, get(work.id()).status());
        as(operator, "undo", () -> works.undo(work.id()));
        as(second, "approve", () -> works.approve(work.id(), null));
        work();
        assertEquals(10, transfers());
        assertEquals(new BigDecimal("0.00"), balance(1));
    }

    /** Or the second person would have been the first. */
    @Test
    void whoApprovedDoesNotGoOnWithIt() {
        BulkWork work = commit(correction("300.00"));
        as(second, "approve", () -> works.approve(work.id(), null));
        as(operator, "stop", () -> works.stop(work.id()));
        work();
        refused(ProblemType.FORBIDDEN, () -> as(second, "resume", () -> works.resume(work.id())));
        as(operator, "resume", () -> works.resume(work.id()));
        work();
        assertEquals(BulkStatus.DONE, get(work.id()).status());
    }

    @Test
    void whoseBalanceCannotTakeItIsLeftOut() {
        sql.update("update customers set balance = 999999999999.00 where id = ?", customer(4));
        BulkWork work = correction("1.00");
        assertEquals(new BulkCounts(5, 0, 4, 0, 1, 0, 0, 0), work.counts());
        BulkItem left = items(work, BulkState.REFUSED).get(0);
        assertEquals(customer(4), left.customerId());
        assertEquals("validation", left.problem());
    }

    @Test
    void anAccountInAnotherCurrencyIsLeftOut() {
        sql.update("update customers set currency = 'USD' where id = ?", customer(1));
        assertEquals(new BulkCounts(5, 0, 4, 0, 1, 0, 0, 0), correction("1.00").counts());
    }

    @Test
    void aNumberOfACardInTheReasonIsMasked() {
        BulkWork work = order(
                BulkKind.ADJUST, ALL, BulkParameters.ofCorrection(BigDecimal.ONE, "RUB", "карта 4111 1111 1111 1111"));
        assertEquals("карта •••• 1111", work.parameters().reason());
    }
}
