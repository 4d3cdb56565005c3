-- The transition tables: what may follow what, by whom. The same tables stand in app/core (a test compares them cell by cell).

create table private.transitions (
  entity text not null check (entity in ('profile', 'match', 'introduction')),
  state text not null,
  action text not null,
  actor text not null check (actor in ('firm', 'organizer', 'server')),
  next text not null,
  primary key (entity, state, action, actor)
);
insert into private.transitions (entity, state, action, actor, next) values
  ('profile', 'draft', 'publish', 'firm', 'published'),
  ('profile', 'returned', 'publish', 'firm', 'published'),
  ('profile', 'unpublished', 'publish', 'firm', 'published'),
  ('profile', 'published', 'revise', 'firm', 'published'),
  ('profile', 'validated', 'revise', 'firm', 'validated'),
  ('profile', 'returned', 'revise', 'firm', 'returned'),
  ('profile', 'unpublished', 'revise', 'firm', 'unpublished'),
  ('profile', 'draft', 'revise', 'firm', 'draft'),
  ('profile', 'published', 'unpublish', 'firm', 'unpublished'),
  ('profile', 'validated', 'unpublish', 'firm', 'unpublished'),
  ('profile', 'returned', 'unpublish', 'firm', 'unpublished'),
  ('profile', 'validated', 'rename', 'firm', 'published'),
  ('profile', 'published', 'validate', 'organizer', 'validated'),
  ('profile', 'published', 'return', 'organizer', 'returned'),
  ('profile', 'validated', 'return', 'organizer', 'returned'),
  ('profile', 'published', 'suspend', 'organizer', 'suspended'),
  ('profile', 'validated', 'suspend', 'organizer', 'suspended'),
  ('profile', 'returned', 'suspend', 'organizer', 'suspended'),
  ('profile', 'suspended', 'reinstate', 'organizer', 'published'),

  ('match', 'suggested', 'approve', 'organizer', 'approved'),
  ('match', 'snoozed', 'approve', 'organizer', 'approved'),
  ('match', 'suggested', 'approve_first', 'organizer', 'approved_by_one'),
  ('match', 'snoozed', 'approve_first', 'organizer', 'approved_by_one'),
  ('match', 'approved_by_one', 'approve', 'organizer', 'approved'),
  ('match', 'suggested', 'reject', 'organizer', 'rejected'),
  ('match', 'snoozed', 'reject', 'organizer', 'rejected'),
  ('match', 'approved_by_one', 'reject', 'organizer', 'rejected'),
  ('match', 'suggested', 'snooze', 'organizer', 'snoozed'),
  ('match', 'snoozed', 'snooze', 'organizer', 'snoozed'),
  ('match', 'approved_by_one', 'snooze', 'organizer', 'snoozed'),
  ('match', 'snoozed', 'wake', 'server', 'suggested'),
  ('match', 'suggested', 'rescore', 'server', 'suggested'),
  ('match', 'snoozed', 'rescore', 'server', 'snoozed'),
  ('match', 'approved', 'undo', 'organizer', 'suggested'),
  ('match', 'approved_by_one', 'undo', 'organizer', 'suggested'),
  ('match', 'rejected', 'undo', 'organizer', 'suggested'),
  ('match', 'snoozed', 'undo', 'organizer', 'suggested'),

  ('introduction', 'held', 'send', 'server', 'sent'),
  ('introduction', 'held', 'cancel', 'organizer', 'cancelled'),
  ('introduction', 'held', 'fail', 'server', 'undeliverable'),
  ('introduction', 'sent', 'fail', 'server', 'undeliverable'),
  ('introduction', 'answered_by_one', 'fail', 'server', 'undeliverable'),
  ('introduction', 'sent', 'accept_first', 'firm', 'answered_by_one'),
  ('introduction', 'answered_by_one', 'accept_second', 'firm', 'connected'),
  ('introduction', 'declined', 'accept_first', 'firm', 'answered_by_one'),
  ('introduction', 'postponed', 'accept_first', 'firm', 'answered_by_one'),
  ('introduction', 'postponed', 'accept_second', 'firm', 'connected'),
  ('introduction', 'sent', 'decline', 'firm', 'declined'),
  ('introduction', 'answered_by_one', 'decline', 'firm', 'declined'),
  ('introduction', 'postponed', 'decline', 'firm', 'declined'),
  ('introduction', 'sent', 'postpone', 'firm', 'postponed'),
  ('introduction', 'answered_by_one', 'postpone', 'firm', 'postponed'),
  ('introduction', 'declined', 'postpone', 'firm', 'postponed'),
  ('introduction', 'sent', 'expire', 'server', 'expired'),
  ('introduction', 'answered_by_one', 'expire', 'server', 'expired'),
  ('introduction', 'postponed', 'expire', 'server', 'expired'),
  ('introduction', 'held', 'withdraw', 'organizer', 'withdrawn'),
  ('introduction', 'sent', 'withdraw', 'organizer', 'withdrawn'),
  ('introduction', 'answered_by_one', 'withdraw', 'organizer', 'withdrawn'),
  ('introduction', 'postponed', 'withdraw', 'organizer', 'withdrawn'),
  ('introduction', 'connected', 'withdraw', 'organizer', 'withdrawn');

create function private.next_state(of_entity text, from_state text, by_action text, by_actor text) returns text
language sql stable security definer set search_path = '' as $$
  select next from private.transitions where entity = of_entity and state = from_state and action = by_action and actor = by_actor
$$;

create function private.require_next(of_entity text, from_state text, by_action text, by_actor text, facts jsonb default '{}') returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  next_state text := private.next_state(of_entity, from_state, by_action, by_actor);
begin
  if next_state is null then
    perform private.refuse(409, of_entity || '_state', jsonb_build_object('state', from_state, 'action', by_action) || facts);
  end if;
  return next_state;
end $$;
comment on function private.require_next(text, text, text, text, jsonb) is 'The next state, or a 409 that names the state it is in.';
