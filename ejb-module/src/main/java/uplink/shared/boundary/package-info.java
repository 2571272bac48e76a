/** What people may do with the ground itself. */
@org.jspecify.annotations.NullMarked
package uplink.shared.boundary;
