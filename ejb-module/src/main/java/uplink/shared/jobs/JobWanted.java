package uplink.shared.jobs;

/**
 * Fired inside the transaction that makes work for a job: after its commit the job runs at once, rather than when it is
 * due. A courtesy: when it is lost, the due time comes all the same.
 *
 * @param job the job's name
 */
public record JobWanted(String job) {}
