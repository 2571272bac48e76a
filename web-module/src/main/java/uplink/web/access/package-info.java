/** Who may come in and what they may do: users, roles, service accounts, signing keys. */
@org.jspecify.annotations.NullMarked
package uplink.web.access;
