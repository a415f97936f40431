const text = { type: 'string' } as const;
const texts = { type: 'array', items: text } as const;
const condition = { $ref: '#/$defs/condition' } as const;
const oneOrMore = { type: 'array', minItems: 1, items: text } as const;

const onlyFilled = { const: true } as const;
const strata = { type: 'array', minItems: 1, items: texts } as const;
const fieldOrFact = {
  anyOf: [text, { type: 'object', required: ['fact', 'of'], additionalProperties: false, properties: { fact: text, of: text } }],
};

/** A kind of the engine's own, with what it needs and what it may have. */
const kind = (name: string, required: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}) => ({
  type: 'object',
  required: ['kind', ...Object.keys(required)],
  additionalProperties: false,
  properties: { kind: { const: name }, ...required, ...optional },
});

/** How a rule decides, in the engine's own terms: one shape a kind. */
export const logicSchema = {
  oneOf: [
    kind('reading', {
      fault: {
        enum: [
          'empty',
          'binary',
          'undecodable',
          'mojibake',
          'separator',
          'fields',
          'header',
          'blankRows',
          'tooLong',
          'notDigits',
          'decimalSign',
          'trimmed',
          'emptyField',
          'otherUnit',
          'sameFile',
        ],
      },
    }),
    kind('record', { hit: condition }, { unlessEmptyInFile: text }),
    kind('equalRecords', { fields: { anyOf: [{ const: 'all' }, oneOrMore] } }, { where: condition, onlyFilled }),
    kind('personSum', { add: text }, { by: oneOrMore, where: condition, subtract: text, subtractWhere: condition, onlyFilled }),
    kind('groupMajority', { by: oneOrMore, of: text, where: condition }),
    kind('groupDiffers', { by: oneOrMore, of: text }, { where: condition, onlyFilled }),
    kind('aloneInGroup', { by: oneOrMore, where: condition }),
    kind('differentNames', { by: text, of: text }),
    kind('groupSpread', { by: oneOrMore, filled: text, of: text, fact: text }),
    kind('sameValueInGroup', { by: text, of: text, where: condition }),
    kind('panel', { match: { enum: ['any', 'employmentId'] }, hit: condition, of: text }),
    kind(
      'aggregate',
      { measures: { type: 'object', additionalProperties: { $ref: '#/$defs/measure' } }, hit: condition },
      {
        per: fieldOrFact,
        only: text,
        enough: condition,
        gaps: { type: 'object', additionalProperties: { $ref: '#/$defs/measureGap' } },
      },
    ),
    kind('robustZ', { of: text, strata }, { where: condition }),
    kind('hidiroglouBerthelot', { of: text, match: { enum: ['any', 'employmentId'] }, strata }, { where: condition }),
    kind('distribution', { of: fieldOrFact, distance: { enum: ['tv', 'hellinger'] } }, { where: condition }),
    kind('process', { asks: { enum: ['codebook', 'profile', 'comments', 'testPeriod', 'late', 'messages'] } }),
  ],
};

const shape = (required: readonly string[], properties: Readonly<Record<string, object>>) => ({
  type: 'object',
  required,
  additionalProperties: false,
  properties,
});

/** What stands beside the logic, by the name it is referred to. */
export const logicParts = {
  condition: { anyOf: [{ type: 'string' }, { type: 'object', required: ['op'] }] },
  measure: {
    anyOf: [
      shape(['count'], { count: { const: 'records' }, where: condition }),
      shape(['count'], { count: { const: 'persons' }, where: condition, and: condition }),
      shape(['count', 'fields'], { count: { const: 'unread' }, fields: texts }),
      shape(['sum'], { sum: oneOrMore, where: condition }),
    ],
  },
  measureGap: {
    anyOf: [
      shape(['count'], { count: text, year: { const: 'last' } }),
      shape(['change'], { change: text, per: text }),
      shape(['share', 'of'], { share: text, of: text, year: { const: 'last' } }),
    ],
  },
  systematic: shape(['cause'], {
    cause: { enum: ['shiftedColumns', 'missingDecimals', 'decimalSigns', 'timesHundred', 'notScaledToFullTime', 'oneCodeEverywhere'] },
    field: text,
    do: { enum: ['times100', 'over100', 'withoutSign', 'scaleToFullTime'] },
    by: text,
    among: condition,
    records: condition,
  }),
};
