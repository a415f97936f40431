/** A requirement on accounts, security and privacy: what it says, in one line, and the files that see to it. */
export interface Requirement {
  readonly id: string;
  readonly text: string;
  /** From the root of the repository. */
  readonly files: readonly string[];
}

const server = 'packages/server/src';
const inServer = (...files: readonly string[]) => files.map((file) => `${server}/${file}`);
const accounts = (...files: readonly string[]) => files.map((file) => `${server}/accounts/${file}.ts`);
const http = (...files: readonly string[]) => files.map((file) => `${server}/platform/http/${file}.ts`);
const reading = (...files: readonly string[]) => files.map((file) => `packages/survey/src/reading/${file}.ts`);
const migration = (file: string) => `packages/server/migrations/${file}.sql`;

const requirement = (id: string, text: string, files: readonly string[]): Requirement => ({ id, text, files });

/** In the order of their ids. `docs/security/requirements.md` is made of them and of the names of the tests. */
export const requirements: readonly Requirement[] = [
  requirement(
    'R01',
    'The steps of the way in run in their order, for one browser; a step asked early is refused and changes nothing.',
    accounts('journey', 'steps'),
  ),
  requirement('R02', 'Every way in is listed and asks for two factors; no other answer opens a session.', [
    ...accounts('journey', 'sessions/session'),
    `${server}/routes.ts`,
  ]),
  requirement(
    'R03',
    'Asking for a code is answered alike whoever has the address: status, body, headers, cookies.',
    accounts('begin-journey', 'address.page'),
  ),
  requirement('R04', 'It also takes as long: medians of 200 interleaved pairs differ by less than 10 % and 5 ms, Mann–Whitney p > 0.01.', [
    ...accounts('begin-journey', 'address.page'),
    ...inServer('platform/at-least.ts'),
  ]),
  requirement('R05', 'A wrong password and an unknown address are answered alike and take as long.', [
    ...accounts('sign-in.page', 'password-hash'),
    ...inServer('platform/at-least.ts'),
  ]),
  requirement('R06', 'An unknown address gets no mail at all, one that may enter exactly one.', [
    ...accounts('begin-journey'),
    ...inServer('platform/mail/outbox.ts'),
  ]),
  requirement('R07', 'A mailed code is six digits of chance, leading zeros included.', accounts('token')),
  requirement('R08', 'A mailed code lives ten minutes at most.', accounts('mail-code')),
  requirement('R09', 'A mailed code works once.', accounts('mail-code', 'steps', 'writer')),
  requirement('R10', 'A mailed code works only in the browser that asked for it.', accounts('mail-code')),
  requirement('R11', 'A new code kills the old one of that browser.', accounts('code.page', 'writer')),
  requirement('R12', 'After five wrong tries the right code fails too.', accounts('mail-code', 'writer')),
  requirement(
    'R13',
    'Tries are counted before the code is looked at, in one statement, so that parallel tries are not more.',
    accounts('mail-code', 'writer'),
  ),
  requirement(
    'R14',
    'An address gets five code mails in a quarter of an hour and twenty a day at most; the answer stays the same.',
    accounts('begin-journey', 'writer'),
  ),
  requirement(
    'R15',
    'A flood on an address neither kills the code its owner holds nor uses up what a known device may ask.',
    accounts('begin-journey', 'code.page', 'sessions/device'),
  ),
  requirement('R16', 'A changed address begins anew and leaves nothing of the first behind.', accounts('begin-journey')),
  requirement('R17', 'An address has one form; mail goes to the stored one, never to what was typed.', [
    ...accounts('address', 'begin-journey'),
    migration('0002_accounts'),
  ]),
  requirement('R18', 'An invitation has an end and dies when it is used.', accounts('account', 'invite-account', 'writer')),
  requirement('R19', 'QR code and key are shown only to an account without an app.', accounts('journey', 'authenticator.page')),
  requirement(
    'R20',
    'The QR code says service, address, a key of 160 bits, SHA-1, six digits, thirty seconds.',
    accounts('totp', 'qr-code'),
  ),
  requirement(
    'R21',
    'The key of an app is on its one page and nowhere else: no other answer, no address, log or mail.',
    accounts('authenticator.page'),
  ),
  requirement('R22', 'App and password become valid together; an abandoned way changes nothing.', accounts('choose-password', 'writer')),
  requirement('R23', 'A code of the app is accepted once for the account, wherever it is used.', accounts('app-code', 'writer')),
  requirement('R24', 'A code older than the last accepted one is refused.', accounts('totp', 'writer')),
  requirement('R25', 'A code holds for its half-minute and one to either side, by the clock of the server.', accounts('totp')),
  requirement('R26', 'One code in many hands at once lets one in.', accounts('app-code', 'writer')),
  requirement(
    'R27',
    'Five wrong app codes end a challenge, ten in a row pause the account, a hundred need an administrator.',
    accounts('app-code', 'writer'),
  ),
  requirement('R28', 'Nonsense as a code is an ordinary error.', [...accounts('token', 'totp'), ...http('parsers')]),
  requirement(
    'R29',
    'A password has eight characters of four classes, and the page says which one is missing.',
    accounts('password-policy', 'password.page'),
  ),
  requirement('R30', 'Long passwords, spaces and any letters are kept whole.', accounts('password-hash', 'choose-password')),
  requirement('R31', 'A password opens however the keyboard composed its letters.', accounts('password-hash')),
  requirement(
    'R32',
    'Leaked passwords, walks over the keyboard and words of this place or person are refused.',
    accounts('password-policy', 'common-passwords', 'keyboard-runs'),
  ),
  requirement('R33', 'The second field must say the same as the first; the server looks.', accounts('choose-password')),
  requirement('R34', 'Changing the password asks for the present one and a fresh code.', accounts('change-password.page', 'own-password')),
  requirement('R35', 'No password has to be changed because of its age.', accounts('sign-in.page')),
  requirement('R36', 'Pasting and password managers work; every field says what it is for. No step needs script or mouse.', [
    ...accounts('layout.page', 'sign-in-form.page', 'password.page'),
    'packages/web/public/pages.js',
  ]),
  requirement(
    'R37',
    'Passwords are Argon2id with at least 19 MiB and two passes, and are hashed anew when that rises.',
    accounts('password-hash', 'sign-in.page'),
  ),
  requirement('R38', 'A new password ends every other session.', accounts('choose-password', 'writer')),
  requirement(
    'R39',
    'What changes an account is told by mail, without secrets and without a link that carries one.',
    accounts('tell-owner', 'security.mail'),
  ),
  requirement(
    'R40',
    'A wrong app code after the right password is told at the next sign-in.',
    accounts('sessions/sign-in-warning', 'app-code'),
  ),
  requirement(
    'R41',
    'Ten recovery codes, hashed, used once, made anew only with a fresh proof.',
    accounts('recovery/recovery-code', 'recovery/codes.page'),
  ),
  requirement(
    'R42',
    'A recovery code stands for the app only, and only with the password.',
    accounts('recovery/sign-in.page', 'recovery/recovery-code'),
  ),
  requirement(
    'R43',
    'An administrator can begin a reset, with a reason and a fresh proof, and never sees what is set.',
    inServer('users/policy.ts', 'users/reset-user.ts', 'users/approve-reset.ts', 'users/perform-reset.ts'),
  ),
  requirement(
    'R44',
    'Tokens are 256 bits of chance, new at every step and at every change of rights.',
    accounts('token', 'steps', 'sessions/session'),
  ),
  requirement('R45', 'No token that a browser brings is ever taken up.', accounts('sessions/session', 'sign-in.page')),
  requirement('R46', 'Cookies are __Host-, Secure, HttpOnly, SameSite and of no lasting; nothing makes them less.', [
    ...http('serve'),
    `${server}/settings.ts`,
  ]),
  requirement(
    'R47',
    'A session ends after an hour of silence and after twelve hours in all, by the clock of the server.',
    accounts('sessions/session', 'identify'),
  ),
  requirement('R48', 'Signing out ends the session on the server and empties the browser.', accounts('sign-out.page')),
  requirement('R49', 'An account that is shut is out with its next request.', accounts('sessions/session', 'deactivate-account')),
  requirement('R50', 'A changed role or unit holds from the next request.', [...accounts('identify'), ...inServer('units/find-unit.ts')]),
  requirement(
    'R51',
    'Everybody sees and ends their own sessions; an administrator ends all of somebody’s.',
    accounts('sessions/list-my-sessions', 'sessions/end-my-sessions'),
  ),
  requirement('R52', 'What must not happen from an open computer asks for a proof that is five minutes old at most.', [
    ...accounts('step-up', 'sessions/session'),
    ...http('serve'),
  ]),
  requirement('R53', 'Everything is denied unless granted: 401 without a session, 403 with the wrong role.', [
    ...http('serve'),
    ...inServer(
      'platform/operation.ts',
      'units/policy.ts',
      'deliveries/policy.ts',
      'messages/policy.ts',
      'review/policy.ts',
      'extensions/policy.ts',
    ),
  ]),
  requirement('R54', 'A thing of another organisation is answered like one that nobody has, in as much time.', [
    ...http('serve'),
    ...inServer('units/find-unit.ts', 'deliveries/find-delivery.ts'),
  ]),
  requirement('R55', 'A request takes the fields of the contract and no other.', [...http('serve'), 'packages/contract/src/schemas.ts']),
  requirement(
    'R56',
    'Nobody gives a right that they lack, or changes their own role.',
    inServer('units/policy.ts', 'units/change-person.ts', 'users/policy.ts'),
  ),
  requirement('R57', 'The database itself refuses the rows of another organisation.', [
    migration('0003_units'),
    ...inServer('platform/db/database.ts'),
  ]),
  requirement('R58', 'State changes by POST, PUT, PATCH and DELETE only; every other method is refused.', http('serve')),
  requirement('R59', 'A change that comes from another site is refused.', http('guards')),
  requirement('R60', 'Questions in JSON take application/json and no spelling of anything else.', http('parsers')),
  requirement('R61', 'No other origin is given leave to read anything.', http('guards')),
  requirement('R62', 'Every page has a content security policy with a nonce of its own and nothing unsafe.', http('guards', 'html')),
  requirement('R63', 'Every answer, errors too, carries the headers that guard it.', http('guards', 'serve')),
  requirement('R64', 'What is answered to somebody signed in is not stored anywhere.', http('guards')),
  requirement('R65', 'After signing in one is led to a page of this server only.', http('page')),
  requirement('R66', 'Links in letters are made of the configured address.', accounts('invitation.mail')),
  requirement('R67', 'Asked by another name the server answers 421.', http('guards')),
  requirement('R68', 'Whose address it is comes from the socket or from a proxy of the configured ranges, never from the client.', [
    ...http('serve'),
    `${server}/config.ts`,
  ]),
  requirement(
    'R69',
    'Limits are counted for accounts and journeys; two hundred people behind one address come in.',
    accounts('writer', 'begin-journey', 'sign-in.page'),
  ),
  requirement(
    'R70',
    'An outsider cannot keep anybody out for long.',
    accounts('sign-in.page', 'begin-journey', 'sessions/device', 'writer'),
  ),
  requirement('R71', 'A letter has one receiver, and no text of anybody becomes a header.', [
    ...accounts('address'),
    ...inServer('platform/mail/outbox.ts'),
  ]),
  requirement('R72', 'A file is judged by what it is; sizes, parts, rows, columns and ratios are bounded before anything is unpacked.', [
    ...reading('open-file', 'workbook/zip', 'workbook/inflate'),
    ...inServer('deliveries/upload-file.ts'),
  ]),
  requirement(
    'R73',
    'The name of a file is only a name, and is encoded when it is given back.',
    inServer('deliveries/file-name.ts', 'deliveries/download-file.ts'),
  ),
  requirement(
    'R74',
    'A workbook with a document type is refused; nothing in a file makes the server fetch anything.',
    reading('workbook/scan-xml', 'workbook/read-workbook'),
  ),
  requirement(
    'R75',
    'Uploads have a quota and jobs a time limit; others are not slowed.',
    inServer('platform/jobs/jobs.ts', 'deliveries/upload-file.ts'),
  ),
  requirement('R76', 'Text of a cell, a comment or a message is shown as text.', http('html')),
  requirement('R77', 'An exported text that a spreadsheet would run is text; numbers stay numbers.', [
    'packages/survey/src/kernels/inert-text.ts',
  ]),
  requirement(
    'R78',
    'Who did what, when, where and with what result is in the audit log, refusals included.',
    inServer('platform/audit/record.ts', 'platform/http/serve.ts'),
  ),
  requirement(
    'R79',
    'No log holds a code, a key, a token, a password or a personal number.',
    inServer('platform/log.ts', 'platform/http/faults.ts', 'platform/audit/record.ts'),
  ),
  requirement('R80', 'The audit log can only be added to, and a row that was changed, removed or cut off is named.', [
    ...inServer(
      'platform/audit/record.ts',
      'platform/audit/verify.ts',
      'platform/audit/heads.ts',
      'platform/audit/cut.ts',
      'commands/verify-audit.ts',
    ),
    migration('0001_platform'),
    migration('0018_audit_retention'),
  ]),
  requirement('R81', 'An error is a sentence in Swedish and a number; nothing of the machine.', [
    ...http('faults', 'serve'),
    ...accounts('error.page'),
  ]),
  requirement('R82', 'A mail server or a database that is away opens no door, and is gone on with when it is back.', [
    ...http('faults'),
    ...inServer('platform/mail/outbox.ts', 'platform/db/database.ts'),
  ]),
  requirement(
    'R83',
    'Secrets come from the environment; a key that is missing, short or an example stops the start; what is stored is sealed.',
    inServer('config.ts', 'platform/keys.ts'),
  ),
  requirement('R84', 'Everybody gets, corrects and has erased what is held about them; what is held and how long is on record.', [
    ...accounts('change-my-profile', 'confirm-address-change', 'end-account'),
    ...['my-data', 'retention/kinds', 'data-classes'].map((file) => `${server}/privacy/${file}.ts`),
  ]),
];
