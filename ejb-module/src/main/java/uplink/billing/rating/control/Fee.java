package uplink.billing.rating.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.TaxTerms;
import uplink.billing.rating.boundary.TimelineEvent;

/** A one-off fee with the terms of the day that it falls on. */
record Fee(TimelineEvent event, BigDecimal amount, TaxTerms tax, @Nullable UUID tariffVersionId) {

    LocalDate date() {
        return event.date();
    }
}
