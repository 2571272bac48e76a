@org.jspecify.annotations.NullMarked
package uplink.web.customer;
