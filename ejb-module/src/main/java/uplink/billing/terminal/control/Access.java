package uplink.billing.terminal.control;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Sql;

/**
 * Which agent asks: the one whose code and secret come with the request (RFC 7617), or, for agents without a secret, the
 * one whose networks hold the address, the narrowest first. Where an agent has both, both must fit.
 */
public final class Access {

    /** An agent that has proved itself. */
    public record Agent(
            UUID id,
            String code,
            boolean active,
            BigDecimal minAmount,
            BigDecimal maxAmount,
            @Nullable BigDecimal dailyLimit) {

        /** As payments name who brought them. */
        public String provider() {
            return "osmp:" + code;
        }
    }

    private static final String BASIC = "basic ";
    private static final String SELECT =
            """
            select a.id, a.code, a.is_active, a.min_amount, a.max_amount, a.daily_limit, a.secret_hash, n.narrowest
            from payment_agents a cross join lateral (select max(masklen(x)) as narrowest
                from unnest(a.addresses) x where ?::inet <<= x) n where\s""";

    private Access() {}

    public static Optional<Agent> of(Sql sql, @Nullable String authorization, String address) {
        String from = address.replaceFirst("%.*$", "");
        return authorization == null ? byAddress(sql, from) : bySecret(sql, authorization, from);
    }

    private static Optional<Agent> byAddress(Sql sql, String address) {
        record Candidate(Agent agent, int narrowest) {}
        List<Candidate> found = sql.list(
                SELECT + "a.secret_hash is null and n.narrowest is not null order by n.narrowest desc limit 2",
                row -> new Candidate(agent(row), row.getInt(8)),
                address);
        boolean isClear = found.size() == 1
                || found.size() == 2 && found.get(0).narrowest() > found.get(1).narrowest();
        return isClear ? Optional.of(found.get(0).agent()) : Optional.empty();
    }

    private static Optional<Agent> bySecret(Sql sql, String authorization, String address) {
        String[] given = credentials(authorization);
        return sql.first(
                        SELECT
                                + "a.code = ? and a.secret_hash is not null and (a.addresses = '{}' or n.narrowest is not null)",
                        row -> MessageDigest.isEqual(Secrets.hash(given[1]), row.getBytes(7))
                                ? Optional.of(agent(row))
                                : Optional.<Agent>empty(),
                        address,
                        given[0])
                .flatMap(agent -> agent);
    }

    private static String[] credentials(String authorization) {
        try {
            boolean basic = authorization.regionMatches(true, 0, BASIC, 0, BASIC.length());
            String pair = basic
                    ? new String(
                            Base64.getDecoder()
                                    .decode(authorization
                                            .substring(BASIC.length())
                                            .strip()),
                            StandardCharsets.UTF_8)
                    : "";
            int colon = pair.indexOf(':');
            boolean clean = colon > 0 && pair.indexOf('\0') < 0;
            return clean ? new String[] {pair.substring(0, colon), pair.substring(colon + 1)} : new String[] {"", ""};
        } catch (IllegalArgumentException e) {
            return new String[] {"", ""};
        }
    }

    private static Agent agent(ResultSet row) throws SQLException {
        return new Agent(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getBoolean(3),
                row.getBigDecimal(4),
                row.getBigDecimal(5),
                row.getBigDecimal(6));
    }
}
