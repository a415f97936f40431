import {
  CamelCasePlugin,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  RawNode,
  ValueNode,
  type OperationNode,
  type RawBuilder,
} from 'kysely';

/** Writes SQL; never asks a database. */
const writer = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}
export function statementOf(builder: RawBuilder<unknown>): Statement {
  const node: OperationNode = builder.toOperationNode();
  if (RawNode.is(node) && node.parameters.every(isValue)) return { text: textOf(node.sqlFragments), values: node.parameters.map(valueOf) };
  const { sql, parameters } = builder.compile(writer);
  return { text: sql, values: [...parameters] };
}

/** A statement of which nothing is put in but values is put together once: its pieces are the same at every call. */
const texts = new WeakMap<readonly string[], string>();
function textOf(pieces: readonly string[]): string {
  let text = texts.get(pieces);
  if (text === undefined) texts.set(pieces, (text = pieces.reduce((before, piece, place) => `${before}$${place}${piece}`)));
  return text;
}
const isValue = (node: OperationNode): boolean => ValueNode.is(node) && node.immediate !== true;
const valueOf = (node: OperationNode): unknown => (node as ValueNode).value;

/** Texts that are put together of lists have no end; they must not fill the memory of every connection. */
const mostNames = 1000;

/**
 * Names for statements, so that the database reads and plans each once for a connection and not at every question. The second time a
 * text is seen it gets its name.
 * @returns the statement with its name, if it has one by now
 */
export function statementNames(): (statement: Statement) => Statement & { readonly name?: string } {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  return (statement) => {
    const { text } = statement;
    let name = names.get(text);
    if (name === undefined && seen.delete(text)) names.set(text, (name = `s${names.size}`));
    if (name !== undefined) return { name, ...statement };
    if (names.size + seen.size < mostNames) seen.add(text);
    return statement;
  };
}

/** `organisation_id` in the database is `organisationId` here; what lies within a JSON value keeps its names. */
export function namedAsHere<Row>(rows: readonly Record<string, unknown>[]): Row[] {
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [nameHere(name), value])) as Row);
}

const camelCase = new (class extends CamelCasePlugin {
  of = (name: string) => this.camelCase(name);
})();
const known = new Map<string, string>();
function nameHere(name: string): string {
  let here = known.get(name);
  if (here === undefined) known.set(name, (here = camelCase.of(name)));
  return here;
}
