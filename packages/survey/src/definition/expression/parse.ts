import type { Condition, Quantity } from '../condition.ts';
import { ExpressionFault, tokensOf, type Token } from './tokens.ts';
import {
  conditionFunctions,
  facts,
  membershipFunctions,
  products,
  quantityFunctions,
  signs,
  sums,
  type Argument,
  type FunctionWord,
} from './vocabulary.ts';

/** Deeper than anybody writes: a text of nothing but brackets is refused, not followed. */
const deepest = 200;

/** Reads a condition as it is written. @throws ExpressionFault that says where and what was expected */
export function parseCondition(source: string): Condition {
  const parser = new Parser(tokensOf(source));
  const condition = parser.condition();
  parser.end();
  return condition;
}

/** Reads a quantity as it is written. @throws ExpressionFault */
export function parseQuantity(source: string): Quantity {
  const parser = new Parser(tokensOf(source));
  const quantity = parser.quantity();
  parser.end();
  return quantity;
}

class Parser {
  readonly #tokens: readonly Token[];
  #place = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  end(): void {
    if (this.#now.kind !== 'end') this.#refuse('and, or, or the end');
  }

  condition(): Condition {
    return this.#deeper(() => this.#several('or', 'any', () => this.#several('and', 'all', () => this.#negation())));
  }

  quantity(): Quantity {
    return this.#deeper(() => this.#chain(sums, () => this.#chain(products, () => this.#factor())));
  }

  get #now(): Token {
    return this.#tokens[this.#place]!;
  }

  get #next(): string {
    return this.#tokens[this.#place + 1]?.text ?? '';
  }

  #take(): Token {
    const token = this.#now;
    if (token.kind !== 'end') this.#place += 1;
    return token;
  }

  #is(text: string): boolean {
    return this.#now.text === text && (this.#now.kind === 'sign' || this.#now.kind === 'name');
  }

  #skip(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#place += 1;
    return true;
  }

  #expect(text: string): void {
    if (!this.#skip(text)) this.#refuse(text);
  }

  #refuse(expected: string): never {
    throw new ExpressionFault(this.#now.at, expected, this.#now.text);
  }

  #deeper<Part>(read: () => Part): Part {
    this.#depth += 1;
    if (this.#depth > deepest) this.#refuse('fewer brackets');
    const part = read();
    this.#depth -= 1;
    return part;
  }

  #several(word: string, op: 'all' | 'any', read: () => Condition): Condition {
    const parts = [read()];
    while (this.#skip(word)) parts.push(read());
    return parts.length === 1 ? parts[0]! : { op, of: parts };
  }

  #negation(): Condition {
    return this.#skip('not') ? this.#deeper(() => ({ op: 'not', of: this.#negation() })) : this.#atom();
  }

  #atom(): Condition {
    // A field may be called so too: what stands behind tells.
    if (this.#is('unit') && this.#next === 'is') return this.#unit();
    const name = this.#functionName();
    if (name === 'all' || name === 'any') return this.#listed(this.#take().text as 'all' | 'any');
    const question = conditionFunctions.find((one) => one.name === name);
    if (question) return this.#call(question) as unknown as Condition;
    const membership = membershipFunctions.find((one) => one.name === name);
    if (membership) return this.#membership(membership);
    return this.#bracketed() ?? this.#comparison();
  }

  /** `all(…)` and `any(…)`: a list that `and` and `or` cannot say, of one part or none. */
  #listed(op: 'all' | 'any'): Condition {
    this.#expect('(');
    const of: Condition[] = [];
    while (!this.#is(')')) {
      of.push(this.condition());
      if (!this.#skip(',')) break;
    }
    this.#expect(')');
    return { op, of };
  }

  #unit(): Condition {
    this.#take();
    this.#expect('is');
    const kinds = this.#text().split('|').filter(Boolean);
    return { op: 'unitIs', kinds } as Condition;
  }

  /** A bracket opens a condition or a quantity: what stands behind it tells. */
  #bracketed(): Condition | undefined {
    if (!this.#is('(')) return undefined;
    const [place, depth] = [this.#place, this.#depth];
    try {
      this.#take();
      const condition = this.condition();
      this.#expect(')');
      if (this.#now.kind === 'sign' && this.#now.text !== ')' && this.#now.text !== ',') this.#refuse('and, or, or the end');
      return condition;
    } catch (fault) {
      if (!(fault instanceof ExpressionFault)) throw fault;
      [this.#place, this.#depth] = [place, depth];
      return undefined;
    }
  }

  #comparison(): Condition {
    if (this.#now.kind === 'name' && ['in', 'not'].includes(this.#next)) return this.#fieldIn();
    const left = this.quantity();
    const sign = signs.find((one) => this.#is(one));
    if (!sign) this.#refuse('> >= < <= = or in');
    this.#take();
    return { op: 'compare', left, sign, right: this.quantity() };
  }

  #fieldIn(): Condition {
    const field = this.#take().text;
    const isNot = this.#skip('not');
    this.#expect('in');
    const condition = this.#set(field);
    return isNot ? { op: 'not', of: condition } : condition;
  }

  #set(field: string): Condition {
    if (this.#skip('list')) return { op: 'inList', field, list: this.#text() };
    if (this.#skip('expired')) return { op: 'expiredIn', field, list: this.#text() };
    if (this.#skip('$')) return { op: 'codeIn', field, codes: this.#name() };
    return { op: 'codeIn', field, codes: this.#text() };
  }

  #membership(word: FunctionWord): Condition {
    const node = this.#call(word);
    this.#expect('in');
    return { ...node, [word.op === 'partIn' ? 'codes' : 'values']: this.#text() } as unknown as Condition;
  }

  #chain(operators: Readonly<Record<string, 'plus' | 'minus' | 'times' | 'over'>>, read: () => Quantity): Quantity {
    let left = read();
    for (
      let op = operators[this.#now.kind === 'sign' ? this.#now.text : ''];
      op;
      op = operators[this.#now.kind === 'sign' ? this.#now.text : '']
    ) {
      this.#take();
      left = { op, left, right: read() };
    }
    return left;
  }

  #factor(): Quantity {
    if (this.#skip('(')) {
      const inside = this.quantity();
      this.#expect(')');
      return inside;
    }
    if (this.#skip('-')) return -this.#number();
    if (this.#now.kind === 'number') return this.#number();
    if (this.#skip('$')) return { param: this.#name() };
    if (this.#skip('@')) return this.#fact();
    const name = this.#functionName();
    const called = quantityFunctions.find((one) => one.name === name);
    if (called) {
      const { op, ...node } = this.#call(called);
      return (called.tag === undefined ? { op, ...node } : node) as unknown as Quantity;
    }
    const word = this.#name();
    if (word === 'last' && this.#skip('.')) {
      const of = this.#name();
      return of === 'measure' && this.#skip('.') ? { measure: this.#name(), year: 'last' } : { lastYearField: of };
    }
    return word === 'measure' && this.#skip('.') ? { measure: this.#name() } : { field: word };
  }

  #fact(): Quantity {
    const fact = facts.find((one) => this.#is(one));
    if (!fact) this.#refuse(facts.map((one) => `@${one}`).join(', '));
    this.#take();
    return { fact };
  }

  /** The name that stands here, when it opens a bracket. */
  #functionName(): string | undefined {
    return this.#now.kind === 'name' && this.#next === '(' ? this.#now.text : undefined;
  }

  #call({ op, arguments: wanted }: FunctionWord): Record<string, unknown> {
    this.#take();
    this.#expect('(');
    const node: Record<string, unknown> = { op };
    for (const [place, argument] of wanted.entries()) {
      if (place > 0) this.#expect(',');
      node[argument.key] = this.#argument(argument);
    }
    this.#expect(')');
    return node;
  }

  #argument({ kind, oneOf = [] }: Argument): unknown {
    switch (kind) {
      case 'field':
        return this.#name();
      case 'word':
        if (!oneOf.includes(this.#now.text)) this.#refuse(oneOf.join(', '));
        return this.#name();
      case 'text':
        return this.#text();
      case 'number':
        return this.#number();
      case 'param':
        this.#expect('$');
        return this.#name();
      case 'quantity':
        return this.quantity();
      case 'condition':
        return this.condition();
    }
  }

  #name(): string {
    if (this.#now.kind !== 'name') this.#refuse('a name');
    return this.#take().text;
  }

  #text(): string {
    if (this.#now.kind !== 'text') this.#refuse('a text in quotes');
    return this.#take().text;
  }

  #number(): number {
    if (this.#now.kind !== 'number') this.#refuse('a number');
    return Number(this.#take().text);
  }
}
