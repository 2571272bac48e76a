package uplink.billing.rating.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.billing.rating.boundary.EventType;
import uplink.billing.rating.boundary.InvalidTimeline;
import uplink.billing.rating.boundary.RatingTerms;
import uplink.billing.rating.boundary.TimelineEvent;

/** Which timelines make sense, and what corrections make of them. */
class CorrectionsTest {

    private final Story story = Story.of("31", 1);

    private List<String> standing() {
        return Corrections.apply(story.events).steps().stream()
                .map(s -> s.type() + "@" + s.event().date() + "#" + s.index())
                .toList();
    }

    @Test
    void eventsApplyByDateAndThoseOfADayAsGiven() {
        story.then(EventType.RESUME, "2022-10-20");
        story.then(EventType.PAUSE, "2022-10-10");
        story.start("2022-10-01");
        story.then(EventType.CANCEL, "2022-10-20");
        assertEquals(
                List.of("START@2022-10-01#2", "PAUSE@2022-10-10#1", "RESUME@2022-10-20#0", "CANCEL@2022-10-20#3"),
                standing());
    }

    @Test
    void aCorrectionOfACorrectionBringsBackWhatStoodBefore() {
        story.start("2022-10-01");
        UUID pause = story.then(EventType.PAUSE, "2022-10-10");
        TimelineEvent moved = TimelineEvent.plain(story.id(), EventType.PAUSE, Story.day("2022-10-12"))
                .correcting(pause);
        story.add(moved);
        assertEquals(List.of("START@2022-10-01#0", "PAUSE@2022-10-12#1"), standing());
        assertEquals(EventType.CORRECTION, moved.causeType());
        UUID voiding = story.add(TimelineEvent.voiding(story.id(), Story.day("2022-10-12"), moved.id()));
        assertEquals(List.of("START@2022-10-01#0", "PAUSE@2022-10-10#1"), standing());
        UUID voidingVoid = story.add(TimelineEvent.voiding(story.id(), Story.day("2022-10-12"), voiding));
        assertEquals(List.of("START@2022-10-01#0", "PAUSE@2022-10-12#1"), standing());
        story.add(TimelineEvent.voiding(story.id(), Story.day("2022-10-12"), pause));
        assertEquals(List.of("START@2022-10-01#0"), standing());
        story.add(TimelineEvent.voiding(story.id(), Story.day("2022-10-12"), voidingVoid));
        assertEquals(List.of("START@2022-10-01#0", "PAUSE@2022-10-10#1"), standing());
    }

    @Test
    void aCorrectionWithTermsIsABackDatedChange() {
        story.start("2022-10-01");
        story.run("2022-10-01");
        story.add(new TimelineEvent(
                story.id(),
                EventType.CORRECTION,
                Story.day("2022-10-11"),
                RatingTerms.monthly(new java.math.BigDecimal("62")),
                null,
                null,
                null,
                null,
                null));
        assertEquals(List.of("-21.00", "42.00"), story.amounts("2022-10-11"));
        assertEquals(
                EventType.CORRECTION, story.billed.get(2).explanation().cause().type());
    }

    @Test
    void whatIsCorrectedMustBeThere() {
        story.start("2022-10-01");
        story.add(TimelineEvent.voiding(story.id(), Story.day("2022-10-12"), new UUID(9, 9)));
        refused(1, InvalidTimeline.Reason.UNKNOWN_CORRECTED_EVENT);
    }

    @Test
    void idsAreUnique() {
        story.start("2022-10-01");
        story.add(story.events.get(0));
        refused(1, InvalidTimeline.Reason.DUPLICATE_EVENT);
    }

    @ParameterizedTest
    @CsvSource({
        "'', -1, NO_START",
        "cancel@2022-10-01, 0, END_BEFORE_START",
        "cancel@2022-09-01 start@2022-10-01, 0, END_BEFORE_START",
        "cancel@2022-10-01 start@2022-10-01, 0, END_BEFORE_START",
        "start@2022-10-01 cancel@2022-09-30, 1, END_BEFORE_START",
        "start@2022-10-01 pause@2022-09-30, 1, BEFORE_START",
        "start@2022-10-01 start@2022-10-02, 1, SECOND_START",
        "start@2022-10-01 resume@2022-10-02, 1, RESUME_WITHOUT_PAUSE",
        "start@2022-10-01 pause@2022-10-03 resume@2022-10-02, 2, RESUME_WITHOUT_PAUSE",
        "start@2022-10-01 pause@2022-10-02 pause@2022-10-02, 2, PAUSE_WHILE_PAUSED",
        "start@2022-10-01 cancel@2022-10-02 pause@2022-10-02, 2, AFTER_CANCEL",
        "start@2022-10-01 cancel@2022-10-02 cancel@2022-10-02, 2, AFTER_CANCEL",
        "start@2022-10-01 change@2022-10-02, 1, MISSING_TERMS",
        "start@1899-12-31, 0, DATE_OUT_OF_RANGE",
        "start@2022-10-01 cancel@3000-01-01, 1, DATE_OUT_OF_RANGE",
    })
    void nonsenseNamesTheEvent(String events, int index, InvalidTimeline.Reason reason) {
        tell(events);
        refused(index, reason);
    }

    @ParameterizedTest
    @CsvSource({
        "start@2022-10-01 cancel@2022-10-01",
        "start@2022-10-01 pause@2022-10-01 cancel@2022-10-01",
        "start@2022-10-01 cancel@2022-10-02 fee@2022-10-03",
        "start@2022-10-01 fee@2022-09-30",
        "start@1900-01-01 cancel@2999-12-31",
    })
    void senseIsLeftInPeace(String events) {
        tell(events);
        CourseReader.read(story.timeline());
    }

    @Test
    void nothingIsChargedForAServiceThatEndsOnTheDayItStarts() {
        tell("start@2022-10-01 cancel@2022-10-01");
        assertEquals(List.of(), story.amounts("2022-12-01"));
    }

    @Test
    void termsAreLookedAt() {
        story.add(TimelineEvent.start(story.id(), Story.day("2022-10-01"), story.terms, 32));
        refused(0, InvalidTimeline.Reason.BILLING_DAY_OUT_OF_RANGE);
        story.events.set(0, TimelineEvent.start(story.id(), Story.day("2022-10-01"), story.terms, 0));
        refused(0, InvalidTimeline.Reason.BILLING_DAY_OUT_OF_RANGE);
        RatingTerms negative = story.terms.at(new java.math.BigDecimal("-0.01"));
        story.events.set(0, TimelineEvent.start(story.id(), Story.day("2022-10-01"), negative, 1));
        refused(0, InvalidTimeline.Reason.NEGATIVE_AMOUNT);
        story.events.set(0, TimelineEvent.start(story.id(), Story.day("2022-10-01"), null, 1));
        refused(0, InvalidTimeline.Reason.MISSING_TERMS);
        story.events.set(0, TimelineEvent.plain(story.id(), EventType.START, Story.day("2022-10-01")));
        refused(0, InvalidTimeline.Reason.BILLING_DAY_OUT_OF_RANGE);
        story.events.clear();
        story.start("2022-10-01").fee("2022-10-01", "-1");
        refused(1, InvalidTimeline.Reason.NEGATIVE_AMOUNT);
        story.events.set(1, TimelineEvent.plain(story.id(), EventType.FEE, Story.day("2022-10-01")));
        refused(1, InvalidTimeline.Reason.MISSING_AMOUNT);
    }

    private void tell(String events) {
        for (String event : events.isEmpty() ? new String[0] : events.split(" ", -1)) {
            String[] parts = event.split("@", -1);
            EventType type = EventType.valueOf(parts[0].toUpperCase(java.util.Locale.ROOT));
            if (type == EventType.START) {
                story.start(parts[1]);
            } else if (type == EventType.FEE) {
                story.fee(parts[1], "1");
            } else {
                story.then(type, parts[1]);
            }
        }
    }

    private void refused(int index, InvalidTimeline.Reason reason) {
        InvalidTimeline refusal = assertThrows(InvalidTimeline.class, () -> CourseReader.read(story.timeline()));
        assertEquals(reason, refusal.reason());
        assertEquals(index, refusal.index());
    }
}
