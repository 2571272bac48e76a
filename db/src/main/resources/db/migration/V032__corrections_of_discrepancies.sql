-- The correction that was asked for a discrepancy: a payment reversed, or the balance adjusted. What becomes of that becomes
-- of the discrepancy, in the same transaction and whoever decides: done, it is settled; refused, it is open again.
alter table discrepancies
    add column refund_id uuid unique references refunds,
    add column approval_id uuid unique references approvals,
    add constraint discrepancies_one_correction check (num_nonnulls(refund_id, approval_id) <= 1);

create function settle_discrepancy() returns trigger language plpgsql
    as $$
begin
    if tg_table_name = 'refunds' then
        if new.status = 'succeeded' then
            update discrepancies set status = 'settled', decided_at = clock_timestamp()
                where refund_id = new.id and status = 'requested';
        elsif new.status in ('refused', 'failed') then
            update discrepancies set status = 'open', decided_at = null, decided_by = null, refund_id = null
                where refund_id = new.id and status = 'requested';
        end if;
    elsif new.status = 'approved' then
        update discrepancies set status = 'settled', decided_at = clock_timestamp()
            where approval_id = new.id and status = 'requested';
    elsif new.status = 'refused' then
        update discrepancies set status = 'open', decided_at = null, decided_by = null, approval_id = null
            where approval_id = new.id and status = 'requested';
    end if;
    return null;
end $$;
create trigger refunds_settle_discrepancies after update of status on refunds
    for each row when (old.status <> new.status) execute function settle_discrepancy();
create trigger approvals_settle_discrepancies after update of status on approvals
    for each row when (old.status <> new.status) execute function settle_discrepancy();
