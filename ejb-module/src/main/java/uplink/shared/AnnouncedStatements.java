package uplink.shared;

import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Has Hibernate's changes announced to the {@link Trail}; named in persistence.xml. */
public class AnnouncedStatements implements StatementInspector {

    private static final long serialVersionUID = 1L;

    @Override
    public String inspect(String sql) {
        if (Trail.isOpen() && Trail.isChange(sql)) {
            Trail.changing();
        }
        return sql;
    }
}
