-- Applications that another program has begun come by files; what it called them says which are there already.

alter table applications add column import_key text unique check (length(import_key) between 1 and 100);
insert into unerased_columns (table_name, columns, rule, reason) values
    ('applications', '{import_key}', null, 'what another program called the application');
