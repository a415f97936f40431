// Asks the browser for a passkey, on pages that are otherwise complete without script, and sends what it answers as a form.
const toBytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const described = (credentials) => credentials.map((one) => ({ ...one, id: toBytes(one.id) }));

const ways = {
  async use(question, options = {}) {
    const publicKey = { ...question, challenge: toBytes(question.challenge), allowCredentials: described(question.allowCredentials) };
    const { id, response } = await navigator.credentials.get({ publicKey, ...options });
    return {
      id,
      clientDataJSON: toText(response.clientDataJSON),
      authenticatorData: toText(response.authenticatorData),
      signature: toText(response.signature),
      userHandle: response.userHandle?.byteLength ? toText(response.userHandle) : null,
    };
  },
  async make(question) {
    const publicKey = {
      ...question,
      challenge: toBytes(question.challenge),
      user: { ...question.user, id: toBytes(question.user.id) },
      excludeCredentials: described(question.excludeCredentials),
    };
    const { id, response } = await navigator.credentials.create({ publicKey });
    return {
      id,
      clientDataJSON: toText(response.clientDataJSON),
      attestationObject: toText(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    };
  },
};

const questionFor = async (form) => {
  const fields = new URLSearchParams(new FormData(form));
  const response = await fetch(`${form.getAttribute('action')}/fraga`, { method: 'POST', body: fields });
  if (!response.ok || response.redirected) throw new Error(String(response.status));
  return response.json();
};

/**
 * Lets the browser suggest passkeys in the address field, among what it fills in anyway. It waits quietly until one is chosen: whoever
 * types, pastes or lets a program fill in the password meets nothing of it. A question is good for five minutes, hence asked anew.
 */
const suggesting = {
  isOver: false,
  waiting: null,
  end() {
    this.isOver = true;
    this.waiting?.abort();
  },
  async begin(form) {
    if (!(await window.PublicKeyCredential?.isConditionalMediationAvailable?.())) return;
    while (!this.isOver) {
      await seen();
      this.waiting = new AbortController();
      const { signal } = this.waiting;
      const renewal = setTimeout(() => this.waiting.abort(), 4 * 60_000);
      try {
        form.elements.svar.value = JSON.stringify(await ways.use(await questionFor(form), { mediation: 'conditional', signal }));
        return form.submit();
      } catch {
        if (!signal.aborted) return;
      } finally {
        clearTimeout(renewal);
      }
    }
  },
};
/** Nobody is asked anything on a page that lies behind others. */
const seen = () =>
  new Promise((resolve) => {
    const look = () => {
      if (document.hidden) return;
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    look();
  });
document.querySelectorAll('form[data-suggest]').forEach((form) => void suggesting.begin(form));

document.querySelectorAll('form[data-passkey]').forEach((form) => {
  if (!window.PublicKeyCredential || !navigator.credentials) return;
  form.hidden = false;
  document.querySelectorAll('[data-without-passkey]').forEach((text) => (text.hidden = true));
  const [button, problem] = [form.querySelector('[type=submit]'), form.querySelector('[role=alert]')];
  const tell = (text) => {
    problem.textContent = text;
    button.disabled = false;
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    tell('');
    button.disabled = true;
    suggesting.end();
    let question;
    try {
      question = await questionFor(form);
    } catch {
      return tell(form.dataset.unanswered);
    }
    try {
      form.elements.svar.value = JSON.stringify(await ways[form.dataset.passkey](question));
    } catch {
      return tell(form.dataset.interrupted);
    }
    form.submit();
  });
});
