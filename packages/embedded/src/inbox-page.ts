import type { CapturedMail } from './mail-folder.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'medium' });

/** Linked from every page; the only style there is. */
export const inboxStyle = `
:root { color-scheme: light dark; --ink: light-dark(#1b2428, #e9eeee); --muted: light-dark(#4e5b61, #a9b7bb); --surface: light-dark(#fff, #1a2327); --line: light-dark(#d5dadb, #364348); --accent: light-dark(#0b5563, #7ccbd3); --notice: light-dark(#e8f0fa, #14263d); }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 46rem; background: light-dark(#faf9f6, #12191c); color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.2; }
a { color: var(--accent); }
a:focus-visible, input:focus-visible, button:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
.notice { padding: .75rem 1rem; border-inline-start: 4px solid var(--accent); background: var(--notice); }
ul { padding: 0; list-style: none; }
li { border-block-end: 1px solid var(--line); }
li a { display: block; padding: .75rem 0; text-decoration: none; }
li strong { display: block; text-decoration: underline; }
.muted { color: var(--muted); }
pre { padding: 1rem; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); white-space: pre-wrap; font: inherit; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; }
dd { margin: 0; }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; }
label { display: block; width: 100%; }
input, button { min-height: 2.75rem; padding: 0 .75rem; border: 1px solid light-dark(#6a777d, #82939a); border-radius: 4px; background: var(--surface); color: inherit; font: inherit; }
input { flex: 1 1 12rem; }
`;

const page = (title: string, content: string, refresh: boolean) => `<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${refresh ? '<meta http-equiv="refresh" content="5">' : ''}<title>${safe(title)}</title><link rel="stylesheet" href="/inbox.css"></head>
<body><main>${content}</main></body></html>`;

const banner = '<p class="notice">Det här är en inkorg för provkörning. Inga mejl lämnar datorn.</p>';

/** All letters, newest first; of one recipient when `to` is given. The list renews itself every five seconds. */
export function listPage(mails: readonly CapturedMail[], to: string): string {
  const rows = [...mails]
    .reverse()
    .map(
      (mail) =>
        `<li><a href="/mejl/${encodeURIComponent(mail.id)}"><strong>${safe(mail.subject || '(utan ämne)')}</strong><span class="muted">Till ${safe(mail.to.join(', '))} · ${clock.format(new Date(mail.at))}</span></a></li>`,
    );
  const empty = to ? `<p>Inga mejl till ${safe(to)}.</p>` : '<p>Inga mejl ännu. De visas här när de kommer.</p>';
  const filter = `<form method="get" action="/"><label for="to">Visa bara mejl till</label><input id="to" name="to" type="email" value="${safe(to)}" autocomplete="off"><button>Visa</button></form>`;
  return page('Inkorg', `<h1>Inkorg</h1>${banner}${filter}${rows.length > 0 ? `<ul>${rows.join('')}</ul>` : empty}`, true);
}

export function mailPage(mail: CapturedMail): string {
  const linked = safe(mail.text).replace(/https?:\/\/[^\s<]+/g, (address) => `<a href="${address}" rel="noreferrer">${address}</a>`);
  const asWebPage = mail.html ? `<p><a href="/mejl/${encodeURIComponent(mail.id)}/webbsida">Visa som mejlprogrammet gör</a></p>` : '';
  return page(
    mail.subject,
    `<p><a href="/">Till inkorgen</a></p><h1>${safe(mail.subject)}</h1>${banner}
<dl><dt>Till</dt><dd>${safe(mail.to.join(', '))}</dd><dt>Från</dt><dd>${safe(mail.from)}</dd><dt>Kom</dt><dd>${clock.format(new Date(mail.at))}</dd></dl><pre>${linked}</pre>${asWebPage}`,
    false,
  );
}

export const missingPage = () => page('Mejlet finns inte', '<h1>Mejlet finns inte</h1><p><a href="/">Till inkorgen</a></p>', false);
