-- Where the money of a correction stands: what a provider has more than was booked is owed by it, so it comes from its
-- clearing account. Null: the account of corrections.
alter table approvals
    add column house_account uuid references ledger_accounts,
    add constraint approvals_name_their_account check (house_account is null or kind = 'adjustment');

update approvals a set house_account = l.id
    from discrepancies d join ledger_accounts l on l.code = 'clearing:' || d.provider
    where d.approval_id = a.id and a.status = 'waiting';
