// An expression's names and values as a request gives them: each that is mentioned must be given,
// each that is given must be mentioned.
import { isObject, type JsonObject } from '../../json.ts';
import type { AttributePath, ReadExpression } from './expressions.ts';
import { checkedItem, invalid, type StoredItem, type Value } from './values.ts';

export class Filled {
  private readonly names: JsonObject;
  private readonly values: StoredItem;

  constructor(input: JsonObject, mentioned: readonly (ReadExpression<unknown> | undefined)[]) {
    const { ExpressionAttributeNames: names, ExpressionAttributeValues: values } = input;
    this.names = isObject(names) ? names : {};
    this.values = isObject(values) ? checkedItem(values) : {};
    if (mentioned.every((one) => one === undefined) && (names ?? values) !== undefined)
      throw invalid('ExpressionAttributeNames can only be specified when using expressions');
    check(this.names, mentioned, 'names');
    check(this.values, mentioned, 'values');
  }

  value(name: string): Value {
    const value = this.values[name];
    if (!value) throw invalid(`an expression attribute value used is not defined: ${name}`);
    return value;
  }

  path(path: AttributePath): AttributePath {
    return path.map((step) => (typeof step === 'string' ? this.nameOf(step) : step));
  }

  /** The attribute an item has at that path. */
  at(item: StoredItem | undefined, path: AttributePath): Value | undefined {
    let value: Value | undefined = { M: item ?? {} };
    for (const step of path) {
      const content: unknown = typeof step === 'string' ? value.M : value.L;
      if (content === undefined) return undefined;
      const key = typeof step === 'string' ? this.nameOf(step) : step;
      if (!Object.hasOwn(content as object, key)) return undefined;
      value = Reflect.get(content as object, key) as Value;
    }
    return value;
  }

  private nameOf(step: string): string {
    return step.startsWith('#') ? String(this.names[step]) : step;
  }
}

function check(
  given: object,
  mentioned: readonly (ReadExpression<unknown> | undefined)[],
  what: 'names' | 'values',
): void {
  const word = what === 'names' ? 'name' : 'value';
  const used = mentioned.flatMap((one) => one?.[what] ?? []);
  for (const name of used)
    if (!Object.hasOwn(given, name))
      throw invalid(
        `Invalid expression: An expression attribute ${word} used in the document path is not defined; attribute ${word}: ${name}`,
      );
  for (const name of Object.keys(given))
    if (!used.includes(name))
      throw invalid(
        `Value provided in ExpressionAttribute${word === 'name' ? 'Names' : 'Values'} unused in expressions: keys: {${name}}`,
      );
}
