import { logicParts, logicSchema } from './logic-schema.ts';
import { shortKinds } from './short-rules.ts';

/** A condition: a text of the expression language, or its tree. */
const condition = { $ref: '#/$defs/condition' } as const;
const texts = { type: 'array', items: { type: 'string' } } as const;
const pair = (one: string, of: object, other: string, than: object) => ({
  type: 'object',
  required: [one, other],
  additionalProperties: false,
  properties: { [one]: of, [other]: than },
});
const requirement = { enum: ['M', 'V', 'K', 'F', '-'] } as const;

/**
 * JSON Schema (draft 2020-12) of a survey as one document: what `insamling validate --definition` reads and
 * `insamling check-edition` judges.
 */
export const editionSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Edition of a survey',
  type: 'object',
  required: ['id', 'name', 'referenceYear', 'variables', 'rules'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    id: { type: 'string', pattern: '^[a-z0-9-]+$' },
    name: { type: 'string' },
    referenceYear: { type: 'integer', minimum: 1900, maximum: 2999 },
    variables: { type: 'array', minItems: 1, items: { $ref: '#/$defs/variable' } },
    layout: { $ref: '#/$defs/layout' },
    roles: { $ref: '#/$defs/roles' },
    groupings: texts,
    codeLists: { type: 'object', additionalProperties: { $ref: '#/$defs/codeList' } },
    rules: { type: 'array', items: { $ref: '#/$defs/rule' } },
    samples: { type: 'object', additionalProperties: { type: 'object', additionalProperties: { type: 'string' } } },
    cases: { type: 'object', additionalProperties: { type: 'array', items: { $ref: '#/$defs/case' } } },
  },
  $defs: {
    ...logicParts,
    variable: {
      type: 'object',
      required: ['id', 'name', 'form', 'length'],
      additionalProperties: false,
      properties: {
        id: { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_]*$' },
        number: { type: 'integer', minimum: 1 },
        name: { type: 'string' },
        form: { enum: ['A/N', 'N'] },
        length: { type: 'integer', minimum: 1, maximum: 4000 },
        unit: {
          enum: ['code', 'number', 'text', 'date', 'percent', 'hours', 'hoursPerWeek', 'sek', 'sekPerHour', 'year', 'amount', 'count'],
        },
        decimals: { type: 'integer', minimum: 0, maximum: 6 },
        required: { type: 'object', additionalProperties: requirement },
        codeList: { type: 'string' },
        meaning: { type: 'string' },
        status: { enum: ['found', 'derived', 'assumed'] },
      },
    },
    layout: {
      type: 'object',
      required: ['form'],
      additionalProperties: false,
      properties: {
        form: { enum: ['separated', 'fixed'] },
        separator: { enum: [';', ',', '\t', '|'] },
        header: { enum: ['none', 'recognised', 'byName'] },
        headerRow: {
          type: 'object',
          required: ['notDigits', 'letters'],
          additionalProperties: false,
          properties: {
            notDigits: {
              type: 'object',
              required: ['field', 'digits'],
              additionalProperties: false,
              properties: { field: { type: 'string' }, digits: { type: 'integer', minimum: 1 } },
            },
            letters: { type: 'string' },
          },
        },
        decimals: { enum: ['implied', 'comma', 'point'] },
        zeroIsMissing: { type: 'boolean' },
        signed: { type: 'boolean' },
        dates: { enum: ['yyyymmdd', 'yyyy-mm-dd', 'dd.mm.yyyy', 'mm/dd/yyyy'] },
      },
    },
    roles: {
      type: 'object',
      additionalProperties: false,
      properties: {
        person: { type: 'string' },
        unitCode: { type: 'string' },
        recordKey: { type: 'array', items: { anyOf: [{ type: 'string' }, pair('field', { type: 'string' }, 'or', { type: 'string' })] } },
        employment: { type: 'string' },
        classification: { type: 'string' },
      },
    },
    codeList: {
      type: 'object',
      required: ['codes'],
      additionalProperties: false,
      properties: {
        id: { type: 'string' },
        name: { type: 'string' },
        completeness: { enum: ['complete', 'incomplete', 'preliminary'] },
        corrections: {
          type: 'array',
          items: {
            type: 'object',
            required: ['year', 'on', 'code', 'why'],
            additionalProperties: false,
            properties: {
              year: { type: 'integer' },
              on: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
              code: { type: 'string' },
              becomes: { type: 'string' },
              why: { type: 'string' },
            },
          },
        },
        codes: {
          type: 'array',
          items: {
            type: 'object',
            required: ['code', 'name'],
            additionalProperties: false,
            properties: {
              code: { type: 'string' },
              name: { type: 'string' },
              validFromYear: { type: 'integer' },
              validToYear: { type: 'integer' },
              placeholder: { type: 'boolean' },
              facts: { type: 'object', additionalProperties: { anyOf: [{ type: 'string' }, { type: 'number' }] } },
            },
          },
        },
      },
    },
    rule: {
      type: 'object',
      required: ['id', 'severity', 'texts'],
      additionalProperties: false,
      properties: {
        id: { type: 'string', pattern: '^[A-Z]+[0-9]*-[0-9]+$' },
        version: { type: 'integer', minimum: 1 },
        status: { enum: ['draft', 'trial', 'active', 'retired'] },
        severity: { enum: ['fatal', 'error', 'warning', 'info'] },
        scope: { enum: ['file', 'field', 'record', 'group', 'dataset', 'panel', 'reference'] },
        validFromYear: { type: 'integer' },
        validToYear: { type: 'integer' },
        source: { type: 'string' },
        texts: {
          type: 'object',
          required: ['title', 'message'],
          additionalProperties: false,
          properties: { title: { type: 'string' }, message: { type: 'string' }, why: { type: 'string' }, howToFix: { type: 'string' } },
        },
        params: { type: 'object', additionalProperties: { anyOf: [{ type: 'number' }, { type: 'string' }] } },
        suppressedBy: texts,
        appliesTo: { type: 'array', items: { enum: ['municipality', 'region', 'federation', 'company'] } },
        needs: {
          type: 'array',
          items: {
            enum: [
              'unit',
              'employerRegister',
              'codebook',
              'national',
              'expiredLabels',
              'earlierUploads',
              'lastYear',
              'period',
              'profile',
              'comments',
              'messages',
            ],
          },
        },
        fields: texts,
        whileIncomplete: pair('list', { type: 'string' }, 'severity', { enum: ['fatal', 'error', 'warning', 'info'] }),
        errorAbove: pair('field', { type: 'string' }, 'param', { type: 'string' }),
        filledBy: pair('field', { type: 'string' }, 'or', { type: 'string' }),
        systematic: { $ref: '#/$defs/systematic' },
        /** The engine's own form; a rule has this or a kind. */
        logic: logicSchema,
        kind: { enum: [...shortKinds] },
        when: condition,
        missing: { enum: ['skipIfAnyMissing', 'skipIfAllMissing', 'neverSkip'] },
        assert: condition,
        where: condition,
        field: { type: 'string' },
        list: { type: 'string' },
        low: { type: 'number' },
        high: { type: 'number' },
        lowFact: { type: 'string' },
        highFact: { type: 'string' },
        per: { type: 'string' },
        by: texts,
        over: { type: 'string' },
        under: { type: 'string' },
        first: { type: 'string' },
        second: { type: 'string' },
        scheme: { enum: ['luhn', 'mod11', 'mod97'] },
        least: { type: 'integer', minimum: 0 },
        of: { enum: ['count', 'mean'] },
        groups: { type: 'array', minItems: 1, items: texts },
        distance: { enum: ['tv', 'hellinger'] },
        match: { enum: ['any', 'employmentId'] },
      },
    },
    case: {
      type: 'object',
      required: ['says', 'outcome'],
      additionalProperties: false,
      properties: {
        says: { type: 'string' },
        outcome: { enum: ['fail', 'pass', 'notApplicable', 'notEvaluable'] },
        bound: { type: 'string' },
        records: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            properties: { on: { type: 'string' }, cells: { type: 'object', additionalProperties: { type: 'string' } } },
          },
        },
      },
    },
  },
} as const;
