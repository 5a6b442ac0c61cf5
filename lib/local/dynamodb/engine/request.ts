// What all actions have in common: their tables, their keys, what they answer and use.
import { NotEmulated } from '../../../simulation/connect/not-emulated.ts';
import { AwsError } from '../../errors.ts';
import type { Json, JsonObject } from '../../json.ts';
import { EngineTable } from './table.ts';
import { checkedItem, type StoredItem } from './values.ts';

/** An action's answer, and the capacity units it used of each table. */
export interface Done {
  readonly output: JsonObject;
  readonly units: readonly (readonly [table: string, units: number])[];
}

/** One item before and after a write; undefined: there was or is none. */
export interface StoredChange {
  readonly key: StoredItem;
  readonly before: StoredItem | undefined;
  readonly after: StoredItem | undefined;
}

export class EngineTables {
  /** Told of what every write has changed. */
  readonly changed: (table: string, changes: readonly StoredChange[]) => void;
  private readonly all = new Map<string, EngineTable>();

  constructor(changed: EngineTables['changed']) {
    this.changed = changed;
  }

  create(definition: JsonObject): EngineTable {
    const table = new EngineTable(definition);
    if (this.all.has(table.name))
      throw new AwsError('ResourceInUseException', `Table already exists: ${table.name}`);
    this.all.set(table.name, table);
    return table;
  }

  /** By name or ARN. */
  named(name: Json | undefined): EngineTable {
    const table = this.all.get(String(name).replace(/^.*\//, ''));
    if (table) return table;
    throw new AwsError('ResourceNotFoundException', 'Requested resource not found');
  }
}

export function keyIn(table: EngineTable, input: unknown): StoredItem {
  const key = checkedItem(input);
  table.checkKey(key);
  return key;
}

/** What is asked for and not done would be missed only on AWS. */
export function onlyKnown(input: JsonObject, known: readonly string[]): void {
  for (const name of Object.keys(input))
    if (input[name] !== undefined && !known.includes(name))
      throw new NotEmulated(`DynamoDB's parameter '${name}'`);
}
