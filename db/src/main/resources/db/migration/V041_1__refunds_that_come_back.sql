-- A refund that had succeeded and failed at the provider later, at a closed account say: the money is the customer's again,
-- as credit. Once: the transfer is remembered here.
alter table refunds
    add column came_back uuid unique references transactions,
    add constraint refunds_come_back_when_gone check (came_back is null or status = 'succeeded' and kind = 'refund');
create index refunds_that_came_back on refunds (came_back) where came_back is not null;
