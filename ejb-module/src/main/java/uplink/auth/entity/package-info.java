/** What is stored about users. */
@org.jspecify.annotations.NullMarked
package uplink.auth.entity;
