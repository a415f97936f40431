import { dataClasses, filesOnDisk, jobTables, type DataClass, type Keeping } from '../packages/server/src/privacy/data-classes.ts';
import { settings, type SettingName } from '../packages/server/src/settings.ts';
import { registerTexts as texts } from '../packages/texts/src/index.ts';

const settingOf: Partial<Record<Keeping, SettingName>> = {
  account: 'KEEP_WITHOUT_ROLE_DAYS',
  audit: 'KEEP_AUDIT_YEARS',
  letter: 'KEEP_LETTER_DAYS',
  delivery: 'KEEP_DELIVERY_YEARS',
  message: 'KEEP_MESSAGE_YEARS',
};

/** The time as the settings are when nobody has changed them. */
function keptFor(keeping: Keeping): string {
  const name = settingOf[keeping];
  return texts.keepings[keeping](settings.find((setting) => setting.name === name)?.fallback ?? '');
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

/** The register of processing, as Markdown. */
export function privacyRegister(): string {
  const { activities } = texts;
  const classOf = (name: DataClass) => texts.classes[name].split(/[:;]/)[0]!.toLowerCase();
  return `${[
    `# ${texts.title}`,
    texts.about,
    texts.facts.map(([name, value]) => `- **${name}**: ${value}`).join('\n'),
    `## ${activities.heading}`,
    table(
      activities.columns,
      activities.rows.map(({ name, whom, purpose, basis, classes, keeping }) => [
        name,
        whom,
        purpose,
        basis,
        classes.map(classOf).join('; '),
        keptFor(keeping),
      ]),
    ),
    `## ${texts.classesHeading}`,
    table(
      texts.classColumns,
      Object.entries(texts.classes).map(([name, meaning]) => [`\`${name}\``, meaning]),
    ),
    `## ${texts.tablesHeading}`,
    table(
      texts.tableColumns,
      Object.entries(dataClasses).flatMap(([name, { kept, columns }]) =>
        Object.entries(columns).map(([one, list], place) => [
          place === 0 ? `\`${name}\`` : '',
          `\`${one}\``,
          list.split(' ').join(', '),
          place === 0 ? keptFor(kept) : '',
        ]),
      ),
    ),
    texts.jobs(jobTables.schema),
    filesOnDisk.map(({ place }) => texts.disk(place)).join('\n'),
  ].join('\n\n')}\n`;
}
