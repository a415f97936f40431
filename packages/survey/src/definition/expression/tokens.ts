/** Why a text is no expression, and where: 0-based. */
export class ExpressionFault extends Error {
  readonly at: number;
  readonly expected: string;
  readonly found: string;
  constructor(at: number, expected: string, found: string) {
    super(`${expected} expected at ${at}, found ${found === '' ? 'the end' : found}`);
    this.at = at;
    this.expected = expected;
    this.found = found;
  }
}

export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'sign' | 'end';
  /** Of a text: without quotes, doubled ones as one. */
  readonly text: string;
  readonly at: number;
}

const pattern = /\s+|("(?:[^"]|"")*")|([A-Za-z_][A-Za-z0-9_]*)|([0-9]+(?:\.[0-9]+)?)|(>=|<=|[()<>=,+\-*/$@.])/gy;

/** @throws ExpressionFault for a character that belongs to no expression */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < source.length) {
    const at = pattern.lastIndex;
    const found = pattern.exec(source);
    if (!found) throw new ExpressionFault(at, 'an expression', source.slice(at, at + 1));
    const [, text, name, number, sign] = found;
    if (text !== undefined) tokens.push({ kind: 'text', text: text.slice(1, -1).replaceAll('""', '"'), at });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, at });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, at });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, at });
  }
  tokens.push({ kind: 'end', text: '', at: source.length });
  return tokens;
}
