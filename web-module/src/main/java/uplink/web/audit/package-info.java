@org.jspecify.annotations.NullMarked
package uplink.web.audit;
