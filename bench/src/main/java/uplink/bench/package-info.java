/** Benchmarks against a floor measured in the same run, and the harness that kills the real server. */
package uplink.bench;
