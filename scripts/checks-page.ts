import { november2026 } from '../packages/survey/src/editions/november-2026/index.ts';
import type { Rule } from '../packages/survey/src/definition/rule.ts';
import { validationLevelOf } from '../packages/survey/src/definition/validation-level.ts';
import type { Edition } from '../packages/survey/src/definition/survey-definition.ts';
import { openDelivery } from '../packages/survey/src/index.ts';
import { everyExample } from '../packages/survey/src/testing/examples/index.ts';

/** The pages of the checks, made of the rules themselves: the same words that the portal shows, and what a finding looks like. */
export interface ChecksPages {
  /** docs/checks/README.md: one table. */
  readonly index: string;
  /** docs/checks/kontroller.html: every check in full, with a search field; needs nothing beside itself. */
  readonly page: string;
}

const levels = { fatal: 'Fel', error: 'Fel', warning: 'Varning', info: 'Upplysning' } as const;
const scopes = {
  file: 'filen',
  field: 'ett fält',
  record: 'en post',
  group: 'poster tillsammans',
  dataset: 'hela inlämningen',
  panel: 'samma anställning förra året',
  reference: 'förteckningar',
} as const;

export function checksPages(edition: Edition = november2026): ChecksPages {
  const rules = [...edition.rules].sort((one, other) => (one.id < other.id ? -1 : 1));
  return { index: indexOf(edition, rules), page: pageOf(edition, rules) };
}

function indexOf(edition: Edition, rules: readonly Rule[]): string {
  const rows = rules.map(
    (rule) =>
      `| ${[rule.id, levels[rule.severity], rule.texts.title, fieldNumbers(edition, rule), scopes[rule.scope], paramsOf(rule)].map(cell).join(' | ')} |`,
  );
  const counts = (['error', 'warning', 'info'] as const).map(
    (level) => rules.filter(({ severity }) => severity === level || (level === 'error' && severity === 'fatal')).length,
  );
  return `# Kontroller

${edition.name}: ${rules.length} kontroller, ${counts[0]} fel, ${counts[1]} varningar och ${counts[2]} upplysningar. Sidan är gjord av kontrollerna själva
(\`npm run docs:checks\`). Varje kontroll i sin helhet, med sökning: [kontroller.html](kontroller.html).

| Kontroll | Nivå | Vad | Fält | Ser | Gränser |
|---|---|---|---|---|---|
${rows.join('\n')}

${assumptionsOf(edition)}
`;
}

/** Lists that are not the real ones yet, and fields that are assumed: what rests on them is preliminary. */
function assumptionsOf({ codeLists, variables }: Edition): string {
  const lists = Object.values(codeLists).filter(({ completeness }) => completeness !== 'complete');
  const words = { preliminary: 'preliminär förteckning', incomplete: 'ofullständig förteckning', complete: '' } as const;
  const assumed = variables.filter(({ status }) => status === 'assumed').map(({ number, name }) => `${number} ${name}`);
  return `## Antaget

${lists.map(({ name, completeness }) => `- ${name}: ${words[completeness]}`).join('\n')}
- Antagna fält i postbeskrivningen: ${assumed.join(', ')}`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function fieldNumbers({ variables }: Edition, { fields }: Rule): string {
  const numbers = fields.flatMap((field) => variables.find(({ id }) => id === field)?.number ?? []);
  return numbers.length > 6 ? `${numbers.slice(0, 6).join(', ')} …` : numbers.join(', ');
}

const paramsOf = ({ params = {} }: Rule): string =>
  Object.entries(params)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

function pageOf(edition: Edition, rules: readonly Rule[]): string {
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kontroller, ${html(edition.name)}</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
input { font: inherit; width: 100%; max-width: 30rem; padding: .5rem; }
article { border-top: 1px solid; padding: .5rem 0 1rem; }
dt { font-weight: 600; }
dd { margin: 0 0 .5rem; }
blockquote { margin: .5rem 0; padding-left: 1rem; border-left: 4px solid; }
</style>
</head>
<body>
<main>
<h1>Kontroller</h1>
<p>${html(edition.name)}. Gränserna är startvärden och kan ändras med ett nytt år.</p>
<p><label for="sok">Sök kontroll, fält eller ord</label><br><input id="sok" type="search" autocomplete="off"></p>
<p id="antal" role="status">${rules.length} kontroller</p>
${rules.map((rule) => articleOf(edition, rule)).join('\n')}
</main>
<script>
const field = document.getElementById('sok');
const articles = [...document.querySelectorAll('article')];
field.addEventListener('input', () => {
  const words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let shown = 0;
  for (const article of articles) {
    const text = article.textContent.toLowerCase();
    article.hidden = !words.every((word) => text.includes(word));
    if (!article.hidden) shown += 1;
  }
  document.getElementById('antal').textContent = shown === 1 ? '1 kontroll' : shown + ' kontroller';
});
</script>
</body>
</html>
`;
}

function articleOf(edition: Edition, rule: Rule): string {
  const { id, severity, texts, scope, fields, source, suppressedBy = [], needs = [] } = rule;
  const names = fields
    .map((field) => edition.variables.find((one) => one.id === field))
    .flatMap((one) => (one ? [`${one.number} ${one.name}`] : []));
  const facts: [string, string][] = [
    ['Varför', texts.why],
    ['Så här rättar du', texts.howToFix],
    ['Fält', names.join(', ')],
    ['Ser', scopes[scope]],
    ['Valideringsnivå', String(validationLevelOf(rule) ?? '')],
    ['Gränser', paramsOf(rule)],
    ['Behöver veta', needs.join(', ')],
    ['Tystas av', suppressedBy.join(', ')],
    ['Källa', source],
  ];
  return `<article id="${id}">
<h2>${id} ${html(texts.title)}</h2>
<p><strong>${levels[severity]}</strong></p>
${exampleOf(edition, id)}<dl>
${facts
  .filter(([, text]) => text !== '')
  .map(([name, text]) => `<dt>${name}</dt><dd>${html(text)}</dd>`)
  .join('\n')}
</dl>
</article>`;
}

/** What the first example that breaks the rule is told. */
function exampleOf(edition: Edition, id: string): string {
  const example = everyExample.find((one) => one.rule === id && one.isHit);
  if (!example) return '';
  const [finding] = openDelivery(example.edition ?? edition, example.file, example.facts).findings({ rules: [id], limit: 1 });
  return finding ? `<blockquote>${html(finding.message)}</blockquote>\n` : '';
}

const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
