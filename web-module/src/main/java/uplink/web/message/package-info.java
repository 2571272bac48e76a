/** What customers are told outside the cabinet: its words, and what became of it. */
@org.jspecify.annotations.NullMarked
package uplink.web.message;
