package uplink.billing.rating.control;

import java.time.LocalDate;
import uplink.billing.rating.boundary.TimelineEvent;

/** An event and the first day that it moved: a correction moves the days of what it corrects, too. */
record Mark(LocalDate from, TimelineEvent event) {}
