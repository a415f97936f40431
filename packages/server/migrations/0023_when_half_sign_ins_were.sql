-- When each half sign-in was, by the beginning of its journey: one that turned out to be the owner's own takes its time away with it.
alter table sign_in_warning add column attempts jsonb not null default '{}';
update sign_in_warning set attempts = jsonb_build_object('before', jsonb_build_object('at', last_at));
