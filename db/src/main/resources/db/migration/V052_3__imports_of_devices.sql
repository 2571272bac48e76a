-- Devices come by files, too, and so do applications that another program has begun.

alter table imports drop constraint imports_kind_check;
alter table imports add constraint imports_kind_check check (kind in ('customers', 'places', 'devices', 'applications'));
alter table import_headings drop constraint import_headings_kind_check;
alter table import_headings add constraint import_headings_kind_check check (kind in ('customers', 'places', 'devices', 'applications'));

-- What another program has sold is taken over without a fee: it was paid there.
alter table device_moves add column import_id uuid references imports;
do $$
declare
    old text;
begin
    select conname into strict old from pg_constraint where conrelid = 'device_moves'::regclass and contype = 'c'
        and pg_get_constraintdef(oid) like '%''sale''%fee_id%';
    execute format('alter table device_moves drop constraint %I', old);
end $$;
alter table device_moves
    add constraint a_fee_is_of_a_sale check (fee_id is null or coalesce(terms, '') = 'sale'),
    add constraint a_sale_has_its_fee check (coalesce(terms, '') <> 'sale' or fee_id is not null or import_id is not null),
    add constraint an_import_is_the_first_move check (import_id is null or no = 1);
