import type { Command } from 'commander';
import type { ReadEdition } from '@insamling/survey/definition';
import { november2026 } from '@insamling/survey/editions/november-2026';
import { checkEdition, mayBeReleased, type EditionAnswer } from '@insamling/survey/release';
import { visibleName, visibleText } from '@insamling/survey/inert-text';
import { checkEditionTexts as texts, counted, fillGaps, validateTexts } from '@insamling/texts';
import { DefinitionFault, definitionFrom } from './definition-file.ts';
import { refuse, swedishCommand } from './swedish-command.ts';
import { reasonOf } from './read-bytes.ts';

/** `insamling check-edition [FILE]`: exit 0 when nothing stands against the release, 1 when something does, 2 when it cannot be read. */
export function checkEditionCommand(): Command {
  return swedishCommand('check-edition', texts.description, fillGaps(texts.help, { utgåva: november2026.id }))
    .argument('[file]')
    .action(async (path: string | undefined) => {
      const read = path === undefined ? ofProgram : await fromFile(path);
      if (typeof read === 'string') {
        refuse(read);
        return;
      }
      const answer = checkEdition(read, path !== undefined);
      for (const line of linesOf(read, answer)) process.stdout.write(`${visibleText(line)}\n`);
      process.exitCode = mayBeReleased(answer) ? 0 : 1;
    });
}

const ofProgram: ReadEdition = { edition: november2026, samples: {}, cases: {} };

async function fromFile(path: string): Promise<ReadEdition | string> {
  try {
    return await definitionFrom(path);
  } catch (fault) {
    if (fault instanceof DefinitionFault) return fault.message;
    return fillGaps(validateTexts.cannotRead, { fil: visibleName(path), orsak: reasonOf(fault) });
  }
}

function* linesOf({ edition, cases }: ReadEdition, answer: EditionAnswer): Generator<string> {
  const number = Object.values(cases).reduce((sum, some) => sum + some.length, 0);
  yield fillGaps(texts.head, {
    utgåva: edition.name,
    kontroller: counted(edition.rules.length, 'kontroll', 'kontroller'),
    exempel: String(number),
  });
  for (const { fault, rule, with: other } of answer.faults) {
    const sentence = fault === 'neverApplies' && other === '' ? texts.meantNobody : texts.faults[fault];
    yield fillGaps(sentence, { kontroll: rule, andra: other });
  }
  for (const { rule, says, expected, answered } of answer.failedCases)
    yield fillGaps(texts.failedCase, { kontroll: rule, exempel: says, väntat: texts.outcomes[expected], svar: texts.answers[answered] });
  for (const list of answer.unusedLists) yield fillGaps(texts.unusedList, { lista: list });
  for (const rule of answer.withoutCases) yield fillGaps(texts.withoutCases, { kontroll: rule });
  if (answer.undecided.length > 0) yield fillGaps(texts.undecided, { kontroller: answer.undecided.join(', ') });
  if (answer.notChecked.length > 0) yield fillGaps(texts.notChecked, { kontroller: answer.notChecked.join(', ') });
  yield mayBeReleased(answer) ? texts.released : texts.refused;
}
