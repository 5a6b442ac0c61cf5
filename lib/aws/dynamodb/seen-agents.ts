// Which agents a running function has seen in groups. Few agents are read by their keys, together
// with whatever else is read, as long as nobody has joined their group: that is counted with each
// who does.
import type { Dynamo, Write } from './document-table.ts';
import type { Item, Key } from './items.ts';
import { add } from './writes.ts';

/** A read unit each, of which a query costs half for all. */
const AGENTS = 24;
/** Reads by key after which a group is asked for as a whole, for functions that count nobody. */
const READS = 100;

const joinsKey = (group: string): Key => ({ pk: `joins#${group}`, sk: 'joins' });

export const countJoin = (table: string, group: string): Write =>
  add(table, joinsKey(group), { joins: 1 });

interface SeenGroup {
  readonly joins: number;
  readonly keys: readonly Key[];
  reads: number;
}

export class SeenAgents {
  private readonly db: Pick<Dynamo, 'get'>;
  private readonly table: string;
  private readonly seen = new Map<string, SeenGroup>();
  /** As it was read last. */
  private readonly joins = new Map<string, number>();

  constructor(db: Pick<Dynamo, 'get'>, table: string) {
    this.db = db;
    this.table = table;
  }

  /** @returns undefined when the groups are to be asked for */
  async read(groups: readonly string[]): Promise<readonly Item[] | undefined> {
    const seen = groups.map((group) => this.seen.get(group));
    const all = seen.flatMap((group) => group?.keys ?? []);
    if (all.length > AGENTS) return undefined;
    const isEach = seen.every((group) => group !== undefined && group.reads++ < READS);
    const keys = isEach ? all : [];
    const [, items] = await Promise.all([
      Promise.all(groups.map((group) => this.readJoins(group))),
      Promise.all(keys.map((key) => this.db.get(this.table, key))),
    ]);
    const isStill = groups.every((group, n) => seen[n]?.joins === this.joins.get(group));
    return isEach && isStill ? items.filter((item) => item !== undefined) : undefined;
  }

  private async readJoins(group: string): Promise<void> {
    const item = await this.db.get(this.table, joinsKey(group));
    this.joins.set(group, Number(item?.joins ?? 0));
  }

  /** Whether all agents of a group are to be noted, as the last write left them. */
  isAsked(group: string): boolean {
    return this.joins.has(group);
  }

  /** All agents of a group, asked for after `read`. */
  note(group: string, agents: readonly Item[]): void {
    const joins = this.joins.get(group);
    if (joins === undefined) return;
    // who joins from now on is counted on top
    this.joins.delete(group);
    this.seen.set(group, { joins, keys: agents.map(({ pk, sk }) => ({ pk, sk })), reads: 0 });
  }
}
