/** Applications in SQL, and what they may say. */
@org.jspecify.annotations.NullMarked
package uplink.connection.control;
