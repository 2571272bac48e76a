package uplink.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uplink.bulk.boundary.BulkCounts;
import uplink.bulk.boundary.BulkCsv;
import uplink.bulk.boundary.BulkFilter;
import uplink.bulk.boundary.BulkItem;
import uplink.bulk.boundary.BulkKind;
import uplink.bulk.boundary.BulkParameters;
import uplink.bulk.boundary.BulkReason;
import uplink.bulk.boundary.BulkState;
import uplink.bulk.boundary.BulkStatus;
import uplink.bulk.boundary.BulkUndo;
import uplink.bulk.boundary.BulkWork;
import uplink.bulk.boundary.NewBulkWork;
import uplink.customer.boundary.CustomerStatus;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Doing;
import uplink.shared.Permission;
import uplink.shared.ProblemType;

/** Tags for many: what is shown is what happens, to those who were there when it was ordered, and it can be taken back. */
class BulkTagTest extends BulkCases {

    @Test
    void aPreviewTellsWhatWouldHappenAndChangesNothing() {
        many(5);
        tag(customer(2), "акция");
        IntStream.range(0, 10).forEach(i -> tag(customer(4), "t" + i));
        BulkWork work = tagging("Акция ");
        assertEquals(BulkStatus.READY, work.status());
        assertEquals(new BulkCounts(5, 0, 3, 1, 1, 0, 0, 0), work.counts());
        assertEquals(1, tagged("акция"));
        assertEquals(0, sql.number("select count(*) from customers where version > 0"));
        assertEquals(
                Set.of(
                        new BulkReason(BulkState.SKIPPED, null, "Тег уже есть.", "Has the tag already.", 1),
                        new BulkReason(BulkState.REFUSED, "validation", "Тегов не больше 10.", "At most 10 tags.", 1)),
                Set.copyOf(work.reasons()));
        assertEquals(BulkUndo.ANY_TIME, work.undo());
        assertNull(work.money());
    }

    /** By a rule of keeping: whom it was about goes in batches, and from the first of them on nobody goes on with it. */
    @Test
    void whomAnOldWorkWasAboutIsForgottenAndItIsLeftAlone() {
        many(5);
        UUID old = done(tagging("акция")).id();
        sql.update("update bulk_works set filter = '{\"q\": \"Абонент\"}'");
        UUID ready = tagging("другая").id();
        UUID open = order(BulkKind.TAG, ALL, BulkParameters.ofTag("третья")).id();
        String take = "select retention_take('bulk-works', now() + interval '10 years', ?)";
        assertEquals(4, sql.number(take, 4));
        BulkWork left = get(old);
        assertTrue(left.itemsGone());
        assertEquals("—", left.filter().q());
        assertEquals(5, left.counts().done());
        assertEquals(0, left.undoable());
        refused(ProblemType.INVALID_STATE, () -> as(operator, "undo", () -> works.undo(old)));
        refused(ProblemType.INVALID_STATE, () -> as(operator, "commit", () -> works.commit(ready, 5)));
        assertEquals(8, sql.number(take, 100));
        assertEquals(5, sql.number("select count(*) from bulk_items"), "one that is under way is not old");
        assertEquals(5, sql.number("select count(*) from bulk_items where work_id = ?", open));
        assertEquals(5, tagged("акция"), "what was done stays");
    }

    @Test
    void whatWasShownIsDoneAndOneRowOfTheTrailTellsOfAChunk() {
        many(230);
        BulkWork work = tagging("акция");
        long before = sql.number("select count(*) from audit_log");
        BulkWork done = done(work);
        assertEquals(BulkStatus.DONE, done.status());
        assertEquals(new BulkCounts(230, 0, 0, 0, 0, 230, 0, 0), done.counts());
        assertEquals(230, tagged("акция"));
        assertEquals(230, sql.number("select count(*) from customers where version = 1"));
        assertEquals(4, sql.number("select count(*) from audit_log") - before, "the commit, and three chunks");
        assertEquals(
                3,
                sql.number(
                        "select count(*) from audit_log where action = 'bulk-work.chunk' and actor_id = ? and entity_id = ?",
                        operator,
                        work.id().toString()));
        assertEquals(
                List.of("100", "100", "30"),
                sql.list(
                        """
                        select after -> ('bulk-work/' || entity_id) ->> 'changed' from audit_log
                        where action = 'bulk-work.chunk' order by id""",
                        row -> row.getString(1)));
    }

    /** Whoever comes later is not in it, whoever does not fit the filter any more stays in it. */
    @Test
    void theSetIsTheOneOfTheOrder() {
        many(3);
        sql.update("update customers set status = 'closed' where id = ?", customer(3));
        BulkFilter active = new BulkFilter(null, CustomerStatus.ACTIVE, null, null, null);
        BulkWork work = order(BulkKind.TAG, active, BulkParameters.ofTag("акция"));
        sql.update("update customers set status = 'closed' where id = ?", customer(1));
        sql.update("update customers set status = 'active' where id = ?", customer(3));
        work();
        assertEquals(2, done(get(work.id())).counts().done());
        assertEquals(
                Set.of(customer(1), customer(2)),
                Set.copyOf(sql.list("select customer_id from customer_tags", row -> row.getObject(1, UUID.class))));
    }

    @Test
    void onlyWhatTheWorkHasDoneIsTakenBack() {
        many(4);
        tag(customer(1), "акция");
        BulkWork work = done(tagging("акция"));
        sql.update("delete from customer_tags where customer_id = ?", customer(2));
        BulkWork back = undone(work);
        assertEquals(BulkStatus.UNDONE, back.status());
        assertEquals(new BulkCounts(4, 0, 0, 1, 0, 0, 2, 1), back.counts());
        assertEquals(1, tagged("акция"), "of the one who had it before");
        assertEquals(
                "Does not have the tag.", items(work, BulkState.KEPT).get(0).reasonEn());
        refused(ProblemType.INVALID_STATE, () -> as(operator, "undo", () -> works.undo(work.id())));
    }

    @Test
    void aTagThatWasTakenComesBack() {
        many(3);
        tag(customer(1), "долг");
        tag(customer(3), "долг");
        BulkWork work = done(preview(BulkKind.UNTAG, ALL, BulkParameters.ofTag("долг")));
        assertEquals(new BulkCounts(3, 0, 0, 1, 0, 2, 0, 0), work.counts());
        assertEquals(0, tagged("долг"));
        undone(work);
        assertEquals(2, tagged("долг"));
    }

    @Test
    void whoIsSomebodyElseByNowIsLeftOutWithTheReasonInWords() {
        many(3);
        BulkWork work = tagging("акция");
        sql.update(
                "update customers set status = 'closed', merged_into = ?, merged_at = now() where id = ?",
                customer(3),
                customer(2));
        BulkWork done = done(work);
        assertEquals(new BulkCounts(3, 0, 0, 0, 1, 2, 0, 0), done.counts());
        BulkItem left = items(work, BulkState.REFUSED).get(0);
        assertEquals(customer(2), left.customerId());
        assertEquals("invalid-state", left.problem());
        assertEquals("Данные абонента удалены, или он объединён с другим.", left.reasonRu());
    }

    /** Whatever is refused in the middle of a chunk spoils its transaction, and nothing of the others. */
    @Test
    void whoeverIsRefusedInTheMiddleOfAChunkSpoilsNobodyElse() {
        many(20);
        BulkWork work = tagging("акция");
        for (int n : List.of(1, 7, 8, 20)) {
            IntStream.range(0, 10).forEach(i -> tag(customer(n), "t" + i));
        }
        BulkWork done = done(work);
        assertEquals(new BulkCounts(20, 0, 0, 0, 4, 16, 0, 0), done.counts());
        assertEquals(16, tagged("акция"));
        assertEquals(
                Set.of(customer(1), customer(7), customer(8), customer(20)),
                items(work, BulkState.REFUSED).stream()
                        .map(BulkItem::customerId)
                        .collect(Collectors.toSet()));
    }

    @Test
    void anOrderThatMakesNoSenseIsRefusedFieldByField() {
        many(1);
        assertEquals(Set.of("parameters.tag"), wrong(BulkKind.TAG, ALL, BulkParameters.ofTag("#!")));
        assertEquals(
                Set.of("parameters.fromTariffId", "parameters.tariffId", "parameters.when"),
                wrong(BulkKind.TARIFF, ALL, BulkParameters.ofTag("x")));
        assertEquals(
                Set.of("parameters.amount", "parameters.reason"),
                wrong(BulkKind.ADJUST, ALL, BulkParameters.ofTag("x")));
        assertEquals(
                Set.of("filter"),
                wrong(BulkKind.TAG, new BulkFilter("нетникого", null, null, null, null), BulkParameters.ofTag("x")));
        assertEquals(0, sql.number("select count(*) from bulk_works"));
    }

    private Set<String> wrong(BulkKind kind, BulkFilter filter, BulkParameters parameters) {
        BusinessException refusal = refused(ProblemType.VALIDATION, () -> order(kind, filter, parameters));
        return refusal.errors().stream().map(error -> error.field()).collect(Collectors.toSet());
    }

    @Test
    void whoMayNotDoItToOneMayNotDoItToMany() {
        many(1);
        Caller caller = new Caller(operator, null, "somebody", Set.of(Permission.BULK_WORK));
        refused(
                ProblemType.FORBIDDEN,
                () -> Doing.as(
                        caller,
                        works.getClass(),
                        "order",
                        () -> provider.boundaries.call(
                                () -> works.order(new NewBulkWork(BulkKind.TAG, ALL, BulkParameters.ofTag("акция"))))));
    }

    /** So that nobody changes everybody by a slip of the hand. */
    @Test
    void whoeverChangesManySaysHowMany() {
        many(101);
        BulkWork work = tagging("акция");
        for (Integer wrong : new Integer[] {null, 100}) {
            refused(ProblemType.VALIDATION, () -> as(operator, "commit", () -> works.commit(work.id(), wrong)));
        }
        assertEquals(
                BulkStatus.RUNNING,
                as(operator, "commit", () -> works.commit(work.id(), 101)).status());
    }

    @Test
    void aFileTellsOfAllOfThemAndOfNoFormula() throws IOException {
        many(3);
        sql.update("update customers set full_name = '=cmd|x' where id = ?", customer(2));
        BulkWork work = tagging("акция");
        StringWriter out = new StringWriter();
        BulkCsv.write(
                work.id(), null, Locale.ENGLISH, query -> provider.boundaries.call(() -> works.listItems(query)), out);
        String[] lines = out.toString().split("\r\n");
        assertEquals(4, lines.length);
        assertTrue(lines[2].contains(",M-2,'=cmd|x,ready,"), lines[2]);
    }

    /** A filter may be somebody's name. */
    @Test
    void anErasureTakesTheWordsOfTheFilter() {
        many(2);
        UUID customer = provider.customer("Канарейкина", 1).id();
        BulkWork work = order(
                BulkKind.TAG, new BulkFilter("Канарейкина", null, null, null, null), BulkParameters.ofTag("акция"));
        assertEquals(1, work.counts().total());
        assertEquals(
                0,
                sql.number("select count(*) from audit_log where after::text like '%Канарейкина%'"
                        + " and entity = 'bulk-work'"));
        sql.first("select erase_person(?, null, ?)::text", row -> true, customer, nobody());
        assertEquals("—", get(work.id()).filter().q());
    }
}
