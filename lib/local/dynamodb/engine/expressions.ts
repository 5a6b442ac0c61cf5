// Expressions read once: conditions, filters and key conditions, projections, updates. Names and
// values are filled in when an expression is used.
import { RESERVED_WORDS } from './reserved-words.ts';
import { ExpressionTokens } from './tokens.ts';
import { invalid } from './values.ts';

/** Names and places in lists; a name begins with `#` if it stands for another. */
export type AttributePath = readonly (string | number)[];

export type Operand =
  | { readonly kind: 'path'; readonly path: AttributePath }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'size'; readonly path: AttributePath };

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>=';

export type ConditionTree =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly ConditionTree[] }
  | { readonly kind: 'not'; readonly part: ConditionTree }
  | {
      readonly kind: 'compare';
      readonly by: Comparator;
      readonly left: Operand;
      readonly right: Operand;
    }
  | {
      readonly kind: 'between';
      readonly of: Operand;
      readonly low: Operand;
      readonly high: Operand;
    }
  | { readonly kind: 'in'; readonly of: Operand; readonly among: readonly Operand[] }
  | { readonly kind: 'exists' | 'not-exists'; readonly path: AttributePath }
  | {
      readonly kind: 'begins' | 'contains' | 'type';
      readonly of: Operand;
      readonly what: Operand;
    };

/** What a SET gives an attribute. */
export type Term =
  | Operand
  | { readonly kind: 'if-not-exists'; readonly path: AttributePath; readonly otherwise: Term }
  | { readonly kind: 'append'; readonly first: Term; readonly then: Term }
  | {
      readonly kind: 'sum';
      readonly left: Term;
      readonly right: Term;
      readonly sign: 1 | -1;
    };

export interface Update {
  readonly set: readonly { readonly path: AttributePath; readonly to: Term }[];
  readonly remove: readonly AttributePath[];
  readonly add: readonly { readonly path: AttributePath; readonly value: string }[];
  readonly delete: readonly { readonly path: AttributePath; readonly value: string }[];
}

/** An expression with the names (`#n`) and values (`:v`) it mentions. */
export interface ReadExpression<T> {
  readonly expression: T;
  readonly names: readonly string[];
  readonly values: readonly string[];
}

/** Functions use the same few texts again and again. */
const MOST_KEPT = 1000;

export const condition = kept((reader) => reader.condition());
export const update = kept((reader) => reader.update());
export const projection = kept((reader) => reader.paths());

function kept<T>(read: (reader: Reader) => T): (text: string) => ReadExpression<T> {
  const known = new Map<string, ReadExpression<T>>();
  return (text) => {
    let found = known.get(text);
    if (!found) {
      const reader = new Reader(text);
      const expression = read(reader);
      reader.end();
      found = { expression, names: [...reader.names], values: [...reader.values] };
      if (known.size >= MOST_KEPT) known.clear();
      known.set(text, found);
    }
    return found;
  };
}

const COMPARATORS: ReadonlySet<string> = new Set(['=', '<>', '<', '<=', '>', '>=']);
const CONDITION_FUNCTIONS: Readonly<Record<string, 'begins' | 'contains' | 'type'>> = {
  begins_with: 'begins',
  contains: 'contains',
  attribute_type: 'type',
};

class Reader {
  readonly names = new Set<string>();
  readonly values = new Set<string>();
  private readonly tokens: ExpressionTokens;

  constructor(text: string) {
    this.tokens = new ExpressionTokens(text);
  }

  end(): void {
    this.tokens.end();
  }

  condition(): ConditionTree {
    return this.chain('or', () => this.chain('and', () => this.negation()));
  }

  paths(): readonly AttributePath[] {
    return this.listed(() => this.path());
  }

  update(): Update {
    const found: { -readonly [K in keyof Update]?: Update[K] } = {};
    while (this.tokens.peek() !== undefined) {
      const clause = this.tokens.next().toUpperCase();
      if (clause !== 'SET' && clause !== 'REMOVE' && clause !== 'ADD' && clause !== 'DELETE')
        throw this.tokens.wrong(`'${clause}' is no clause`);
      const name = clause.toLowerCase() as keyof Update;
      if (found[name])
        throw invalid(
          `Invalid UpdateExpression: The "${clause}" section can only be used once in an update expression;`,
        );
      if (name === 'set') found.set = this.listed(() => this.assignment());
      else if (name === 'remove') found.remove = this.paths();
      else found[name] = this.listed(() => ({ path: this.path(), value: this.value() }));
    }
    return { set: [], remove: [], add: [], delete: [], ...found };
  }

  private chain(kind: 'and' | 'or', part: () => ConditionTree): ConditionTree {
    const parts = [part()];
    while (this.tokens.take(kind.toUpperCase())) parts.push(part());
    const [only] = parts;
    return parts.length === 1 && only ? only : { kind, parts };
  }

  private negation(): ConditionTree {
    if (this.tokens.take('NOT')) return { kind: 'not', part: this.negation() };
    if (this.tokens.peek() !== '(') return this.predicate();
    this.tokens.expect('(');
    const inner = this.condition();
    this.tokens.expect(')');
    return inner;
  }

  private predicate(): ConditionTree {
    const name = this.tokens.peek(1) === '(' ? (this.tokens.peek() ?? '') : '';
    if (name === 'attribute_exists' || name === 'attribute_not_exists') {
      const [path] = this.call(() => this.path());
      if (!path) throw this.tokens.wrong(`${name} takes a path`);
      return { kind: name === 'attribute_exists' ? 'exists' : 'not-exists', path };
    }
    const kind = Object.hasOwn(CONDITION_FUNCTIONS, name) ? CONDITION_FUNCTIONS[name] : undefined;
    if (kind) {
      const [of, what] = this.call(() => this.operand());
      if (!of || !what) throw this.tokens.wrong(`${name} takes two operands`);
      return { kind, of, what };
    }
    return this.comparison();
  }

  private comparison(): ConditionTree {
    const left = this.operand();
    if (this.tokens.take('BETWEEN')) {
      const low = this.operand();
      this.tokens.expect('AND');
      return { kind: 'between', of: left, low, high: this.operand() };
    }
    if (this.tokens.take('IN')) {
      this.tokens.expect('(');
      const among = this.listed(() => this.operand());
      this.tokens.expect(')');
      return { kind: 'in', of: left, among };
    }
    const by = this.tokens.next();
    if (!COMPARATORS.has(by)) throw this.tokens.wrong(`'${by}' compares nothing`);
    return { kind: 'compare', by: by as Comparator, left, right: this.operand() };
  }

  private operand(): Operand {
    if (this.tokens.peek()?.startsWith(':')) return { kind: 'value', name: this.value() };
    if (this.tokens.peek() !== 'size' || this.tokens.peek(1) !== '(')
      return { kind: 'path', path: this.path() };
    const [path] = this.call(() => this.path());
    if (!path) throw this.tokens.wrong('size takes a path');
    return { kind: 'size', path };
  }

  private assignment(): { readonly path: AttributePath; readonly to: Term } {
    const path = this.path();
    this.tokens.expect('=');
    return { path, to: this.term() };
  }

  private term(): Term {
    const left = this.simpleTerm();
    const sign = this.tokens.take('+') ? 1 : this.tokens.take('-') ? -1 : undefined;
    return sign === undefined ? left : { kind: 'sum', left, right: this.simpleTerm(), sign };
  }

  private simpleTerm(): Term {
    if (this.tokens.take('(')) {
      const inner = this.term();
      this.tokens.expect(')');
      return inner;
    }
    const name = this.tokens.peek(1) === '(' ? this.tokens.peek() : undefined;
    if (name === 'if_not_exists') {
      this.open();
      const path = this.path();
      this.tokens.expect(',');
      const otherwise = this.simpleTerm();
      this.tokens.expect(')');
      return { kind: 'if-not-exists', path, otherwise };
    }
    if (name === 'list_append') {
      this.open();
      const first = this.simpleTerm();
      this.tokens.expect(',');
      const then = this.simpleTerm();
      this.tokens.expect(')');
      return { kind: 'append', first, then };
    }
    if (name !== undefined)
      throw invalid(`Invalid UpdateExpression: Invalid function name; function: ${name}`);
    return this.tokens.peek()?.startsWith(':')
      ? { kind: 'value', name: this.value() }
      : { kind: 'path', path: this.path() };
  }

  private path(): AttributePath {
    const path: (string | number)[] = [this.name()];
    for (;;)
      if (this.tokens.take('.')) path.push(this.name());
      else if (this.tokens.take('[')) {
        path.push(Number(this.tokens.next()));
        this.tokens.expect(']');
      } else return path;
  }

  private name(): string {
    const name = this.tokens.next();
    if (name.startsWith('#')) this.names.add(name);
    else if (!/^[A-Za-z_]/.test(name)) throw this.tokens.wrong(`'${name}' is no name`);
    else if (RESERVED_WORDS.has(name.toUpperCase()))
      throw invalid(
        `Invalid expression: Attribute name is a reserved keyword; reserved keyword: ${name}`,
      );
    return name;
  }

  private value(): string {
    const name = this.tokens.next();
    if (!name.startsWith(':')) throw this.tokens.wrong(`'${name}' is no value`);
    this.values.add(name);
    return name;
  }

  private open(): void {
    this.tokens.next();
    this.tokens.expect('(');
  }

  private call<T>(argument: () => T): readonly T[] {
    this.open();
    const all = this.listed(argument);
    this.tokens.expect(')');
    return all;
  }

  private listed<T>(one: () => T): readonly T[] {
    const all = [one()];
    while (this.tokens.take(',')) all.push(one());
    return all;
  }
}
