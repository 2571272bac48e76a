/** The operators' console: Facelets views and the small beans behind them. Sees only boundaries and shared. */
@org.jspecify.annotations.NullMarked
package uplink.web;
