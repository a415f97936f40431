/** How an argument is written: a field by its name, a text in quotes, a number, one of some words, a parameter, or an expression. */
export type ArgumentKind = 'field' | 'text' | 'number' | 'word' | 'param' | 'quantity' | 'condition';

export interface Argument {
  /** Property of the tree that holds it. */
  readonly key: string;
  readonly kind: ArgumentKind;
  /** The words there are. */
  readonly oneOf?: readonly string[];
}

/** A function of the language and the node it stands for. */
export interface FunctionWord {
  readonly name: string;
  readonly op: string;
  readonly arguments: readonly Argument[];
}

const argument = (kind: ArgumentKind) => (key: string) => ({ key, kind });
const word = (key: string, ...oneOf: readonly string[]): Argument => ({ key, kind: 'word', oneOf });
const [field, text, number, param, quantity, condition] = (['field', 'text', 'number', 'param', 'quantity', 'condition'] as const).map(
  argument,
) as [
  (key: string) => Argument,
  (key: string) => Argument,
  (key: string) => Argument,
  (key: string) => Argument,
  (key: string) => Argument,
  (key: string) => Argument,
];

/** Questions written as functions: `digits(positionCode, 4, 4)`. */
export const conditionFunctions: readonly FunctionWord[] = [
  { name: 'missing', op: 'empty', arguments: [field('field')] },
  { name: 'digits', op: 'digits', arguments: [field('field'), number('least'), number('most')] },
  { name: 'contains', op: 'contains', arguments: [field('field'), word('what', 'letter', 'digit')] },
  { name: 'hasWord', op: 'containsWord', arguments: [field('field'), text('word')] },
  { name: 'startsWith', op: 'startsWith', arguments: [field('field'), text('text')] },
  { name: 'matches', op: 'matches', arguments: [field('field'), text('pattern')] },
  { name: 'checkDigit', op: 'checkDigit', arguments: [field('field'), word('scheme', 'luhn', 'mod11', 'mod97')] },
  { name: 'organisationNumber', op: 'organisationNumber', arguments: [field('field')] },
  { name: 'personalNumber', op: 'personalNumber', arguments: [field('field'), word('is', 'dated', 'checked', 'coordination')] },
  { name: 'isDay', op: 'day', arguments: [field('field')] },
  { name: 'isDate', op: 'isDate', arguments: [field('field')] },
  { name: 'sameText', op: 'sameText', arguments: [field('field'), field('other')] },
  { name: 'near', op: 'near', arguments: [quantity('left'), quantity('right'), quantity('tolerance')] },
  { name: 'nameEndsWith', op: 'nameEndsWith', arguments: [field('field'), text('list'), text('endings')] },
  { name: 'unitHasCode', op: 'unitHasCode', arguments: [field('field')] },
  { name: 'unitHasEmployer', op: 'unitHasEmployer', arguments: [field('field')] },
  { name: 'employerIsCompany', op: 'employerIsCompany', arguments: [field('field')] },
  { name: 'unitHasDistrict', op: 'unitHasDistrict', arguments: [field('field')] },
  { name: 'unitHasNumber', op: 'unitHasNumber', arguments: [field('field')] },
  { name: 'inCodebook', op: 'inCodebook', arguments: [field('field')] },
  { name: 'recordSector', op: 'recordSector', arguments: [word('is', 'region', 'municipality')] },
  { name: 'labelSector', op: 'labelSector', arguments: [word('is', 'region', 'kommun')] },
  { name: 'lastYear', op: 'lastYear', arguments: [condition('of')] },
  { name: 'sameAsLastYear', op: 'sameAsLastYear', arguments: [field('field')] },
  { name: 'sameFactAsLastYear', op: 'sameFactAsLastYear', arguments: [field('field'), text('list'), text('fact')] },
  { name: 'personInLastYear', op: 'personInLastYear', arguments: [field('field')] },
];

/** Questions of the form `… in "A|B|207008-207014"`. */
export const membershipFunctions: readonly FunctionWord[] = [
  { name: 'part', op: 'partIn', arguments: [field('field'), number('from'), number('length')] },
  { name: 'fact', op: 'factIn', arguments: [field('field'), text('list'), text('fact')] },
];

/** Numbers written as functions. Those without an operator of their own are told by the key they hold. */
export const quantityFunctions: readonly (FunctionWord & { readonly tag?: string })[] = [
  { name: 'abs', op: 'abs', arguments: [quantity('of')] },
  { name: 'least', op: 'least', arguments: [quantity('left'), quantity('right')] },
  { name: 'greatest', op: 'greatest', arguments: [quantity('left'), quantity('right')] },
  { name: 'daysBetween', op: 'daysTo', arguments: [quantity('left'), quantity('right')] },
  { name: 'monthsBetween', op: 'monthsTo', arguments: [quantity('left'), quantity('right')] },
  { name: 'yearsBetween', op: 'yearsTo', arguments: [quantity('left'), quantity('right')] },
  { name: 'length', op: '', tag: 'lengthOf', arguments: [field('lengthOf')] },
  { name: 'date', op: '', tag: 'dateOf', arguments: [field('dateOf')] },
  { name: 'number', op: '', tag: 'codeFact', arguments: [field('codeFact'), text('list'), text('fact')] },
  { name: 'age', op: '', tag: 'ageOf', arguments: [field('ageOf'), quantity('on')] },
  { name: 'dayTurned', op: '', tag: 'dayTurned', arguments: [param('dayTurned')] },
  { name: 'labelSalary', op: '', tag: 'labelSalary', arguments: [word('labelSalary', 'p10', 'median', 'p90')] },
];

export const facts = ['firstDay', 'lastDay', 'year', 'age'] as const;
export const signs = ['>=', '<=', '>', '<', '='] as const;
export const sums = { '+': 'plus', '-': 'minus' } as const;
export const products = { '*': 'times', '/': 'over' } as const;
