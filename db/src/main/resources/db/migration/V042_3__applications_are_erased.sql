-- What applications and visits tell of a person goes when the person is erased (V040); what was done at whose contract stays.

insert into erased_tables (no, table_name, thing, belongs, sets) values
    (60, 'applications', 'applications', 't.customer_id = $1',
        'contact_name = ''—'', phone = null, email = null, address = ''—'', comment = null, place_note = null, region = null,
        city = case when t.city is not null then ''—'' end, street = case when t.street is not null then ''—'' end,
        house = case when t.house is not null then ''—'' end, flat = null, entrance = null, floor = null,
        place_id = null,
        status_note = case when t.status_note is not null then ''—'' end'),
    (61, 'application_steps', 'applications', 't.application_id in (select a.id from applications a where a.customer_id = $1)',
        'note = case when t.note is not null then ''—'' end'),
    (62, 'work_orders', 'applications', 't.application_id in (select a.id from applications a where a.customer_id = $1)',
        'bring = null, note = case when t.note is not null then ''—'' end'),
    (63, 'work_order_files', 'applications', 't.work_order_id in (select w.id from work_orders w join applications a
        on a.id = w.application_id where a.customer_id = $1)', 'content = null, erased = true');
insert into unerased_columns (table_name, columns, rule, reason) values
    ('applications', '{number}', null, 'what the application is called'),
    ('work_order_items', '{text_ru,text_en}', null, 'what is looked at on every visit'),
    ('work_order_materials', '{name,unit}', null, 'what was used, as the store calls it');

-- What belongs to a visit that is over stays; of a picture an erasure leaves that there was one.
create or replace function hold_order_part() returns trigger language plpgsql
    as $$
begin
    if tg_table_name = 'work_order_files' and tg_op = 'UPDATE' then
        if new.erased and (new.id, new.work_order_id, new.kind, new.media_type, new.created_at, new.created_by)
                is not distinct from (old.id, old.work_order_id, old.kind, old.media_type, old.created_at, old.created_by) then
            return new;
        end if;
    end if;
    if exists (select from work_orders where id = coalesce(new.work_order_id, old.work_order_id) and status <> 'open') then
        raise exception 'a visit that is over stays as it is' using errcode = 'integrity_constraint_violation';
    end if;
    return coalesce(new, old);
end $$;
