-- What the review of customers' profiles has found.

-- All that is known about a customer is asked by customer.
create index refunds_customer on refunds (customer_id, id);
create index relocations_customer on relocations (customer_id, id);

-- A third of the number at most: nothing of one of two characters.
alter table identity_documents drop constraint identity_documents_ends_with_check,
    add constraint identity_documents_ends_with_check check (length(ends_with) <= 4);
