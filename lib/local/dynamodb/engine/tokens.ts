// The words and signs of an expression, and a reader that goes through them.
import { invalid } from './values.ts';

const TOKEN = /\s*(?:([#:]?[A-Za-z_][\w]*|[#:][\w]+)|(\d+)|(<>|<=|>=|[=<>(),.[\]+-]))/y;

export class ExpressionTokens {
  private readonly all: readonly string[];
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
    this.all = tokensOf(text);
  }

  peek(ahead = 0): string | undefined {
    return this.all[this.at + ahead];
  }

  /** Whether the next one is that keyword, in capitals or not. */
  isKeyword(word: string): boolean {
    return this.peek()?.toUpperCase() === word;
  }

  next(): string {
    const token = this.all[this.at];
    if (token === undefined) throw this.wrong('it ends too early');
    this.at++;
    return token;
  }

  /** Takes the next one if it is that sign or keyword. */
  take(wanted: string): boolean {
    if (this.peek()?.toUpperCase() !== wanted) return false;
    this.at++;
    return true;
  }

  expect(wanted: string): void {
    if (!this.take(wanted)) throw this.wrong(`'${wanted}' expected, not '${this.peek() ?? ''}'`);
  }

  end(): void {
    if (this.peek() !== undefined) throw this.wrong(`'${this.peek()}' is too much`);
  }

  wrong(why: string): Error {
    return invalid(`Invalid expression: Syntax error; ${why}: ${this.text}`);
  }
}

function tokensOf(text: string): readonly string[] {
  const all: string[] = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match)
      throw invalid(`Invalid expression: Syntax error; token: "${text.slice(from).trim()[0]}"`);
    all.push(match[1] ?? match[2] ?? match[3] ?? '');
  }
  if (all.length === 0) throw invalid('Invalid expression: The expression can not be empty;');
  return all;
}
