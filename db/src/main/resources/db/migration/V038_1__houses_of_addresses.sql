-- In which house of the tree an address is: found by its words where exactly one fits, or said by somebody.
alter table addresses add column place_id uuid references places;
alter table addresses add column place_by_hand boolean not null default false; -- also of "in no house": nobody looks again
create index addresses_in_house on addresses (place_id) where place_id is not null;
create index addresses_in_no_house on addresses (id) where place_id is null and not place_by_hand;
