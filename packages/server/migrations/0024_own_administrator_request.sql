-- Who is to become an administrator may see that it waits: before the role is given there is no other page to show.
create policy administrator_request_of_account on administrator_request for select to insamling_app using (account_id = app_account());
