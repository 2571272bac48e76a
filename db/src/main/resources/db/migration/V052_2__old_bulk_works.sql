-- Of old bulk works the customers that they were about go, and the words by which those were found; what was done and how
-- often stays. A work without them is not gone on with and not taken back.

alter table bulk_works add column items_gone boolean not null default false;
update audited_tables set ignored = ignored || '{items_gone}' where table_name = 'bulk_works';
select ensure_audit_triggers();

insert into retention_rules (code, no, erases, business, unit, least, law, keep, per_night, enabled, name_ru, name_en, source_ru, source_en) values
    ('bulk-works', (select max(no) + 1 from retention_rules), false, true, 'months', 2, null, 12, 1000000, false,
        'Массовые операции: по кому они были', 'Bulk works: whom they were about',
        'Операция закончена; список нужен, чтобы отменить её и разобрать жалобу',
        'The work is over; its customers are wanted to take it back and to look into a complaint');
insert into retention_tables (rule, no, table_name, key, due, moment, says, sets) values
    ('bulk-works', 1, 'bulk_works', 'id',
        'not t.items_gone and t.status in (''ready'', ''stopped'', ''done'', ''undone'', ''failed'') and coalesce(t.finished_at, t.created_at) < $1',
        'coalesce(t.finished_at, t.created_at)', '''№ '' || t.no',
        'items_gone = true, filter = case when filter ->> ''q'' is null then filter else filter || ''{"q": "—"}'' end'),
    ('bulk-works', 2, 'bulk_items', 'work_id, id',
        'exists (select from bulk_works w where w.id = t.work_id and w.items_gone)',
        '(select coalesce(w.finished_at, w.created_at) from bulk_works w where w.id = t.work_id)',
        '(select ''№ '' || w.no from bulk_works w where w.id = t.work_id) || '' · '' || t.position', null);
