package uplink.billing.run.control;

import uplink.shared.Settings;

/**
 * What an installation may set about runs.
 *
 * @param chunkSize customers in one database transaction
 * @param dueDays days from issue (or the target date, if later) to the due date
 * @param anomalyPercent from which difference to last month a customer stands out
 */
public record RunSettings(int chunkSize, int dueDays, int anomalyPercent) {

    public static RunSettings fromEnvironment() {
        return new RunSettings(
                Settings.number("UPLINK_RUN_CHUNK", 2000),
                Settings.number("UPLINK_DUE_DAYS", 10),
                Settings.number("UPLINK_ANOMALY_PERCENT", 30));
    }
}
