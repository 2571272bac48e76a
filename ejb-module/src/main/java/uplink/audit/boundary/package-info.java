/** The trail of what people and integrations changed: reading it, sealing it, proving it. */
@org.jspecify.annotations.NullMarked
package uplink.audit.boundary;
