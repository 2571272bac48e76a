-- What the headings of other programs' files mean: said once, remembered for every file of that kind.
create table import_headings (
    kind        text not null check (kind in ('customers', 'places')),
    heading     text not null check (length(heading) <= 100),
    column_name text check (column_name ~ '^[a-z][a-z_]{0,62}$'), -- as the guide calls it; null: of no use, passed over
    changed_at  timestamptz not null,
    changed_by  uuid,                                    -- null: nobody in person
    primary key (kind, heading)
);

insert into audited_tables (table_name, entity, rank, ignored) values
    ('import_headings', 'import-heading', 73, '{changed_at,changed_by}');
select ensure_audit_triggers();
