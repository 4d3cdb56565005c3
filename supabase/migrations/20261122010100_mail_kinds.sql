-- Only a sign-in code always comes. What concerns a firm's registration, profile and team is a kind of its own, which its reader can stop.

alter table private.outbox drop constraint outbox_category_check;
alter table private.outbox add constraint outbox_category_check check (category in ('sign_in', 'account', 'introductions', 'digests', 'desk'));
update private.outbox set category = 'sign_in' where notice = 'sign_in_code';
alter table private.suppressions drop constraint suppressions_category_check;
alter table private.suppressions add constraint suppressions_category_check check (category in ('account', 'introductions', 'digests'));

create or replace function public.my_mail_preferences() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if (select auth.uid()) is null then perform private.refuse(401, 'signed_out'); end if;
  return (select jsonb_object_agg(c.category, not exists (
      select 1 from private.suppressions s where s.email = private.my_email() and s.kind = 'unsubscribe' and s.category = c.category and s.lifted_at is null))
    from (values ('introductions'), ('digests'), ('account')) c (category));
end $$;
comment on function public.my_mail_preferences() is 'Which kinds of mail the caller wants. A sign-in code always comes.';

create or replace function public.set_mail_preference(of_category text, wanted boolean) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if (select auth.uid()) is null then perform private.refuse(401, 'signed_out'); end if;
  if of_category not in ('introductions', 'digests', 'account') then perform private.refuse(422, 'category'); end if;
  if wanted then
    -- A complaint or a bounce is another matter: only what the person asked for himself is lifted.
    update private.suppressions set lifted_at = private.now()
      where email = private.my_email() and kind = 'unsubscribe' and category = of_category and lifted_at is null;
  else
    insert into private.suppressions (email, kind, category) values (private.my_email(), 'unsubscribe', of_category) on conflict do nothing;
  end if;
end $$;
