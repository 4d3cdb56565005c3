-- Every reference has an index, so that deleting what it points to (a person who leaves, a forum, a merged firm) looks through no table.
create index mail_tokens_by_introduction on private.mail_tokens (introduction_id);
create index mailbox_by_outbox on private.mailbox (outbox_id);
create index company_merges_by_forum on public.company_merges (forum_id);
create index company_notes_by_forum on public.company_notes (forum_id);
create index company_reviews_by_forum on public.company_reviews (forum_id);
create index decision_batches_by_forum on public.decision_batches (forum_id);
create index introduction_flags_by_corridor on public.introduction_flags (corridor);
create index queue_presence_by_match on public.queue_presence (match_id);
