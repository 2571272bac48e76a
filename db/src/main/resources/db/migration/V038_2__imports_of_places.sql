-- Files bring places, too, by the queue that brings customers.
alter table imports drop constraint imports_kind_check;
alter table imports add constraint imports_kind_check check (kind in ('customers', 'places'));
