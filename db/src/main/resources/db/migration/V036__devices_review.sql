-- What a review of devices has found.

-- The rent of a device ends when the device comes back: it goes to nobody else with the contract.
alter table subscriptions add column device_rent boolean not null default false;
update subscriptions set device_rent = true
where id in (select rent_id from device_moves where rent_id is not null);
