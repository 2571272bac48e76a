-- What leaves a customer, as a device that comes back, is in that customer's history: the row before names them.
create or replace function audit_capture() returns trigger language plpgsql
    as $$
declare
    conf    constant jsonb := tg_argv[0];
    before  jsonb;
    after   jsonb;
    whole   jsonb;
    whose   jsonb;
    field   text;
    changes text;
begin
    if tg_op <> 'INSERT' then
        if conf ->> 'columns' is null then before := to_jsonb(old);
        else execute 'select to_jsonb(r) from (select ' || (conf ->> 'columns') || ') r' into before using old; end if;
    end if;
    if tg_op <> 'DELETE' then
        if conf ->> 'columns' is null then after := to_jsonb(new);
        else execute 'select to_jsonb(r) from (select ' || (conf ->> 'columns') || ') r' into after using new; end if;
    end if;
    whole := coalesce(after, before);
    whose := coalesce(nullif(after -> (conf ->> 'customer_column'), 'null'), before -> (conf ->> 'customer_column'));
    before := before - '{version,updated_at}'::text[];
    after := after - '{version,updated_at}'::text[];
    for field in select jsonb_array_elements_text(conf -> 'ignored') loop
        before := before #- string_to_array(field, '.');
        after := after #- string_to_array(field, '.');
    end loop;
    if tg_op = 'UPDATE' then
        if before = after then
            return null;
        end if;
        select jsonb_object_agg(f.key, f.value), jsonb_object_agg(f.key, after -> f.key) into before, after
            from jsonb_each(before) f where f.value is distinct from after -> f.key;
    end if;
    for field in select jsonb_array_elements_text(conf -> 'hidden') loop
        if before ? field and before -> field <> 'null' then
            before := jsonb_set(before, array[field], '{"hidden": "before"}');
        end if;
        if after ? field and after -> field <> 'null' then
            after := jsonb_set(after, array[field], '{"hidden": "after"}');
        end if;
    end loop;
    changes := coalesce(current_setting('uplink.changes', true), '');
    if changes = '' then
        insert into audit_open default values;
    end if;
    perform set_config('uplink.changes', changes || case when changes = '' then '' else ',' end || jsonb_build_object(
        'op', tg_op, 'entity', conf -> 'entity', 'rank', conf -> 'rank', 'before', before, 'after', after,
        'key', (select string_agg(whole ->> k, '/' order by n) from jsonb_array_elements_text(conf -> 'key') with ordinality x (k, n)),
        'owner', conf -> 'owner', 'owner_id', whole -> (conf ->> 'owner_column'),
        'customer', whose)::text, true);
    return null;
end $$;
