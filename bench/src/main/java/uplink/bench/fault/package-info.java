/** Starts the real system, kills it in the middle of a bill run, and compares what comes out with an undisturbed run. */
package uplink.bench.fault;
