import type { Logic } from '../definition/rule.ts';
import { somebodyIn } from './group-condition.ts';
import { operandOf, type Operand } from './operands.ts';
import type { Surroundings } from './surroundings.ts';

/** What a rule over groups works with: what tells the group, and what is compared or summed in it. */
export function groupOperandsOf(logic: Logic, around: Surroundings): Operand[] {
  const { person } = around.roles;
  return fieldsOfGroup(logic, person).map((field) => {
    const operand = operandOf(field, around);
    if (field !== person) return operand;
    const { test: isSomebody } = somebodyIn(around);
    return { ...operand, isMissing: (record: number) => !isSomebody(record) };
  });
}

/** Fields of it: those that tell the group, and the one that is compared or summed. */
export function fieldsOfGroup(logic: Logic, person: string | undefined): readonly string[] {
  switch (logic.kind) {
    case 'equalRecords':
      return logic.onlyFilled && logic.fields !== 'all' ? logic.fields : [];
    case 'personSum':
      return [...(logic.by ?? (person === undefined ? [] : [person])), logic.add];
    case 'groupMajority':
    case 'groupDiffers':
      return [...logic.by, logic.of];
    case 'aloneInGroup':
      return logic.by;
    case 'differentNames':
    case 'sameValueInGroup':
      return [logic.by, logic.of];
    case 'groupSpread':
      return [...logic.by, logic.filled];
    case 'robustZ':
    case 'hidiroglouBerthelot':
      return [logic.of];
    default:
      return [];
  }
}
