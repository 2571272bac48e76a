-- Money that Stripe owes.
insert into ledger_accounts (id, code, kind, currency, created_at)
    select '00000000-0000-7000-8000-00000000000f'::uuid, 'clearing:stripe', 'clearing', a.currency, now()
    from ledger_accounts a where a.code = 'clearing:yookassa';
