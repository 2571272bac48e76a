package uplink.auth.boundary;

import org.jspecify.annotations.Nullable;

/**
 * Which users, in which order, for the console's list.
 *
 * @param text part of the e-mail or the name
 * @param role code; null: all but service accounts
 * @param active null: both
 * @param staffOnly whether customers' users are left out
 * @param first how many to skip
 */
public record UserQuery(
        @Nullable String text,
        @Nullable String role,
        @Nullable Boolean active,
        boolean staffOnly,
        Sort sort,
        boolean ascending,
        int first,
        int size) {

    /** What the list can be ordered by. */
    public enum Sort {
        EMAIL("lower(u.email)"),
        NAME("u.full_name"),
        ROLE("u.role"),
        CREATED("u.id");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        /** For the query only. */
        public String column() {
            return column;
        }
    }
}
