-- All that is known about a customer is asked by customer.
create index refunds_customer on refunds (customer_id, id);
create index relocations_customer on relocations (customer_id, id);
