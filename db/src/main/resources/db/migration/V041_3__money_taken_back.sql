-- Money that a provider has taken back by itself and that is more than is left of the payment: somebody decides about it, as
-- about whatever else does not agree. Decided, the chargeback is over; booked after all, so is the discrepancy.
select allow_words('discrepancies', 'kind', 'taken-back');

create function settle_chargeback() returns trigger language plpgsql
    as $$
begin
    update refunds set status = 'failed', failure = left('decided: ' || new.reason, 200), version = version + 1
        where provider = new.provider and external_id = new.external_id and kind = 'chargeback' and status = 'unknown';
    return null;
end $$;
create trigger discrepancies_settle_chargebacks after update of status on discrepancies
    for each row when (new.kind = 'taken-back' and new.status in ('explained', 'settled') and old.status <> new.status)
    execute function settle_chargeback();

create function settle_taken_back() returns trigger language plpgsql
    as $$
begin
    update discrepancies set status = 'settled', decided_at = clock_timestamp()
        where provider = new.provider and kind = 'taken-back' and subject = new.external_id and status = 'open';
    return null;
end $$;
create trigger refunds_settle_taken_back after update of status on refunds
    for each row when (new.kind = 'chargeback' and new.status = 'succeeded' and old.status <> new.status)
    execute function settle_taken_back();
