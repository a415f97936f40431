// Spares work on the server's own pages; every one of them is complete without it.
const each = (selector, work) => document.querySelectorAll(selector).forEach(work);
const byId = (id) => document.getElementById(id);

each('[data-reveal]', (button) => {
  const fields = button.dataset.reveal.split(' ').map(byId);
  const texts = [button.textContent, button.dataset.other];
  let shown = 0;
  button.hidden = false;
  button.addEventListener('click', () => {
    shown = 1 - shown;
    for (const field of fields) field.type = shown ? 'text' : 'password';
    button.textContent = texts[shown];
  });
  button.form.addEventListener('submit', () => {
    for (const field of fields) field.type = 'password';
  });
});

const tests = { upper: /\p{Lu}/u, lower: /\p{Ll}/u, digit: /\p{Nd}/u, special: /[^\p{L}\p{M}\p{Nd}]/u };
each('[data-checks]', (list) => {
  const field = byId(list.dataset.checks);
  const tick = () => {
    for (const item of list.children) item.classList.toggle('is-met', tests[item.dataset.class].test(field.value.normalize('NFC')));
  };
  field.addEventListener('input', tick);
  tick();
});

each('[data-copy]', (button) => {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(byId(button.dataset.copy).textContent.replace(/\s/g, ''));
    button.nextElementSibling.textContent = button.dataset.copied;
  });
});

each('[data-copy-lines]', (button) => {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText([...byId(button.dataset.copyLines).children].map((line) => line.textContent.trim()).join('\n'));
    document.querySelector('[role=status]').textContent = button.dataset.copied;
  });
});

each('[data-print]', (button) => {
  button.hidden = false;
  button.addEventListener('click', () => print());
});

document.querySelector('.error-summary')?.focus();
