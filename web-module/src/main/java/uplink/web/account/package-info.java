/** What people who are signed in do with their own account. */
@org.jspecify.annotations.NullMarked
package uplink.web.account;
