/**
 * One change for many customers: for a set that is frozen when it is ordered, rehearsed before anything happens, done in
 * chunks, stopped and gone on with, and taken back where that is possible (ADR 78).
 */
@org.jspecify.annotations.NullMarked
package uplink.bulk.boundary;
