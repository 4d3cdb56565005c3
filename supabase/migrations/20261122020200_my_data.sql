-- What is held on a person beyond what his policies show him: for the export of everything, and gone when he leaves.

create function public.my_data() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  address extensions.citext := private.my_email();
  firms uuid[] := private.my_companies();
begin
  if me is null then perform private.refuse(401, 'signed_out'); end if;
  return jsonb_build_object(
    'account', (select jsonb_build_object('id', u.id, 'email', u.email, 'created_at', u.created_at, 'last_sign_in_at', u.last_sign_in_at, 'metadata', u.raw_user_meta_data)
      from auth.users u where u.id = me),
    'organizer_of', (select coalesce(jsonb_agg(to_jsonb(o) order by o.created_at), '[]') from public.organizers o where o.user_id = me),
    'desk_sessions', (select coalesce(jsonb_agg(jsonb_build_object('began_at', s.began_at, 'seen_at', s.seen_at) order by s.began_at), '[]') from private.desk_sessions s where s.user_id = me),
    'presence', (select coalesce(jsonb_agg(to_jsonb(p)), '[]') from public.queue_presence p where p.user_id = me),
    'acts', (select coalesce(jsonb_agg(jsonb_build_object('at', l.at, 'action', l.action, 'subject_kind', l.subject_kind, 'subject_id', l.subject_id) order by l.id), '[]')
      from public.audit_log l where l.actor = me),
    'reviews_written', (select coalesce(jsonb_agg(to_jsonb(r) order by r.created_at), '[]') from public.company_reviews r where r.reviewer = me),
    'notes_written', (select coalesce(jsonb_agg(to_jsonb(n) order by n.created_at), '[]') from public.company_notes n where n.author = me),
    'reviews', (select coalesce(jsonb_agg(jsonb_build_object('company', r.company_id, 'decision', r.decision, 'reasons', r.reasons, 'message', r.message, 'at', r.created_at) order by r.created_at), '[]')
      from public.company_reviews r where r.company_id = any (firms)),
    'notes_to_us', (select coalesce(jsonb_agg(jsonb_build_object('introduction', n.introduction_id, 'body', n.body)), '[]')
      from public.introduction_notes n where n.company_id = any (firms) and n.introduction_id = any (private.my_introductions())),
    -- Mails of an introduction still in its undo window are not told before they leave.
    'mails', (select coalesce(jsonb_agg(jsonb_build_object('notice', m.notice, 'to', m.to_email, 'name', m.to_name, 'language', m.locale, 'state', m.state, 'written', m.created_at,
        'sent', m.sent_at, 'subject', m.payload ->> 'subject', 'text', case when m.to_email = address then private.without_secrets(m.payload ->> 'text') end) order by m.created_at), '[]')
      from private.outbox m where (m.to_email = address or m.company_id = any (firms))
        and (m.introduction_id is null or m.introduction_id = any (private.my_introductions()))),
    'mail_links', (select coalesce(jsonb_agg(jsonb_build_object('purpose', k.purpose, 'expires_at', k.expires_at, 'used_at', k.used_at)), '[]')
      from private.mail_tokens k where k.email = address or k.company_id = any (firms)),
    -- What a spreadsheet said of a firm before its people came.
    'imported', (select coalesce(jsonb_agg(jsonb_build_object('cells', r.cells, 'read_as', r.firm) order by r.import_id, r.row), '[]') from public.import_rows r where r.company_id = any (firms)),
    'invitations', (select coalesce(jsonb_agg(x.invitation order by x.invitation ->> 'invited_at'), '[]') from (
      select jsonb_build_object('to', 'a desk', 'forum', v.forum_id, 'name', v.name, 'role', v.role, 'invited_at', v.invited_at) from private.organizer_invitations v where v.email = address
      union all select jsonb_build_object('to', 'a team', 'company', w.company_id, 'invited_at', w.invited_at) from private.team_invitations w where w.email = address) x (invitation)),
    'saved_filters', (select coalesce(jsonb_agg(to_jsonb(f) order by f.created_at), '[]') from public.saved_filters f where f.user_id = me),
    'silenced', (select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'category', s.category, 'since', s.created_at, 'lifted', s.lifted_at)), '[]')
      from private.suppressions s where s.email = address));
end $$;
comment on function public.my_data() is 'What is held on the caller beside the tables he reads himself: account, rights, acts, mails, silences. Links without their secrets.';
grant execute on function public.my_data() to authenticated;

-- Whoever leaves leaves no session, no saved filter and no open invitation behind, nor that he looked at something.
create function private.forget_person() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from private.desk_sessions where user_id = old.id;
  delete from public.queue_presence where user_id = old.id;
  delete from public.saved_filters where user_id = old.id;
  delete from private.organizer_invitations where email = old.email::extensions.citext;
  return null;
end $$;
create trigger who_leaves_is_forgotten after delete on auth.users for each row execute function private.forget_person();
