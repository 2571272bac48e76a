@org.jspecify.annotations.NullMarked
package uplink.api.audit;
