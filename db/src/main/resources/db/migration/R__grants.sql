-- What the application's role may do. Run again whenever this file changes; ${flyway:timestamp}
-- makes it run after every migration, so that new tables are covered.
grant usage on schema public to ${appRole};
grant select, insert, update, delete on all tables in schema public to ${appRole};
grant usage, select on all sequences in schema public to ${appRole};
revoke update, delete, truncate on transactions, subscription_events, number_ranges, audit_seals, device_moves,
    application_steps, documents, document_templates, message_templates, papers, act_lines from ${appRole};
-- The trail is read; it is written by functions of its owner's (who may be the application where there is one role only).
revoke update, delete, truncate on audit_log, audit_erasures, audited_tables, unaudited_tables from ${appRole};
revoke execute on function audit_insert(jsonb, text, text, uuid, jsonb, jsonb) from public;
grant execute on function audit_insert(jsonb, text, text, uuid, jsonb, jsonb) to ${appRole};
grant execute on function erase_person(uuid, uuid, uuid) to ${appRole};
grant execute on function erase_applicant(uuid, uuid) to ${appRole};
do $$
declare part text;
begin
    for part in select inhrelid::regclass::text from pg_inherits where inhparent = 'transactions'::regclass loop
        execute format('revoke update, delete, truncate on %s from ${appRole}', part);
    end loop;
    for part in select inhrelid::regclass::text from pg_inherits where inhparent = 'audit_log'::regclass loop
        execute format('revoke update, delete, truncate on %s from ${appRole}', part);
    end loop;
    if current_user <> '${appRole}' then
        revoke insert on audit_log, audit_erasures, audited_tables, unaudited_tables from ${appRole};
        -- what they say is done in the owner's name, or to whole tables: releases write it
        revoke insert, update, delete, truncate on erased_tables, unerased_columns, retention_tables from ${appRole};
        for part in select inhrelid::regclass::text from pg_inherits where inhparent = 'audit_log'::regclass loop
            execute format('revoke insert on %s from ${appRole}', part);
        end loop;
    end if;
end $$;
