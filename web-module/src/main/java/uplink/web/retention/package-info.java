/** How long things are kept, in the console: rules, rehearsals, nights. */
@org.jspecify.annotations.NullMarked
package uplink.web.retention;
