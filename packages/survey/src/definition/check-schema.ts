/** A place in a document that does not fit its schema. */
export interface SchemaFault {
  /** As `rules[3].severity`; empty for the whole document. */
  readonly path: string;
  readonly fault: 'type' | 'missing' | 'unknown' | 'value' | 'pattern' | 'empty' | 'least' | 'between';
  /** What was wanted: types, the name of a property, the values there are, an expression, how much. */
  readonly wanted: string;
}

/** As much of JSON Schema as the document of an edition needs. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  /** Told apart by the constant that each asks for in its `kind`. */
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** Everything in a document that does not fit, in the order of the document. */
export function schemaFaults(document: unknown, schema: object): SchemaFault[] {
  return faultsAt(document, schema as Schema, '', (schema as Schema).$defs ?? {});
}

function faultsAt(value: unknown, given: Schema, path: string, defs: Readonly<Record<string, Schema>>): SchemaFault[] {
  const schema = referred(given, defs);
  if (schema.anyOf) {
    if (schema.anyOf.some((one) => faultsAt(value, one, path, defs).length === 0)) return [];
    return [{ path, fault: 'type', wanted: typesOf(schema.anyOf, defs).join(' / ') }];
  }
  if (schema.oneOf) return faultsOfKinds(value, schema.oneOf, path, defs);
  if ('const' in schema) return value === schema.const ? [] : [{ path, fault: 'value', wanted: String(schema.const) }];
  if (schema.enum) return schema.enum.includes(value) ? [] : [{ path, fault: 'value', wanted: schema.enum.map(String).join(', ') }];
  if (schema.type !== undefined && typeOf(value) !== schema.type && !(schema.type === 'number' && typeOf(value) === 'integer'))
    return [{ path, fault: 'type', wanted: schema.type }];
  if (typeof value === 'number') {
    const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
    if (value >= minimum && value <= maximum) return [];
    return [
      maximum === Number.POSITIVE_INFINITY
        ? { path, fault: 'least', wanted: `${minimum}` }
        : { path, fault: 'between', wanted: `${minimum}–${maximum}` },
    ];
  }
  if (typeof value === 'string')
    return schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(value)
      ? []
      : [{ path, fault: 'pattern', wanted: schema.pattern }];
  if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0)) return [{ path, fault: 'empty', wanted: `${schema.minItems}` }];
    return value.flatMap((item, place) => (schema.items ? faultsAt(item, schema.items, `${path}[${place}]`, defs) : []));
  }
  return typeof value === 'object' && value !== null ? faultsOfObject(value, schema, path, defs) : [];
}

/** Each once, as they stand in the schema; what is one of several kinds is an object, and a constant is a text. */
function typesOf(schemas: readonly Schema[], defs: Readonly<Record<string, Schema>>): string[] {
  const types = schemas.flatMap((given): string[] => {
    const schema = referred(given, defs);
    if (schema.anyOf) return typesOf(schema.anyOf, defs);
    return [schema.type ?? (schema.oneOf ? 'object' : 'string')];
  });
  return [...new Set(types)];
}

const referred = (given: Schema, defs: Readonly<Record<string, Schema>>): Schema =>
  given.$ref === undefined ? given : (defs[given.$ref.slice('#/$defs/'.length)] ?? {});

/** The one of several shapes that the value says it has. */
function faultsOfKinds(value: unknown, shapes: readonly Schema[], path: string, defs: Readonly<Record<string, Schema>>): SchemaFault[] {
  if (typeOf(value) !== 'object') return [{ path, fault: 'type', wanted: 'object' }];
  const kindOf = (shape: Schema): unknown => shape.properties?.['kind']?.const;
  const { kind } = value as { readonly kind?: unknown };
  const shape = shapes.find((one) => kindOf(one) === kind);
  if (shape) return faultsAt(value, shape, path, defs);
  return [{ path: path === '' ? 'kind' : `${path}.kind`, fault: 'value', wanted: shapes.map((one) => String(kindOf(one))).join(', ') }];
}

function faultsOfObject(value: object, schema: Schema, path: string, defs: Readonly<Record<string, Schema>>): SchemaFault[] {
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  const missing = (schema.required ?? []).filter((name) => !Object.hasOwn(value, name));
  const faults: SchemaFault[] = missing.map((name) => ({ path, fault: 'missing', wanted: name }));
  for (const [name, inside] of Object.entries(value)) {
    const known = schema.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    if (known) faults.push(...faultsAt(inside, known, at(name), defs));
    else if (schema.additionalProperties === false)
      faults.push({ path: at(name), fault: 'unknown', wanted: Object.keys(schema.properties ?? {}).join(', ') });
    else if (typeof schema.additionalProperties === 'object') faults.push(...faultsAt(inside, schema.additionalProperties, at(name), defs));
  }
  return faults;
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (value === null) return 'null';
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
}
