package uplink.billing.rating.boundary;

/** How long one billing period is. The names are ISO 8601 durations and stand as they are in JSON and in the database. */
public enum Period {
    P1D(0),
    P1M(1),
    P3M(3),
    P1Y(12);

    private final int months;

    Period(int months) {
        this.months = months;
    }

    /** Months in a period; 0 for the daily one. */
    public int months() {
        return months;
    }
}
