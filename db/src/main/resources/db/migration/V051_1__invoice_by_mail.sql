-- The letter about an invoice carries the invoice, for customers who want that.
alter table notice_settings add column invoice_file boolean not null default false;

-- Such a letter waits for its file, which a job of its own makes; its next_at is the latest that it waits.
alter table messages add column awaits_file boolean not null default false;
create index messages_awaiting on messages (id) where awaits_file and status = 'waiting';
