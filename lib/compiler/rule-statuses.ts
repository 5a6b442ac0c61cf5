// How the call that just ended may have ended, at each tile of a callback rule: what earlier
// conditions of the same run have found already narrows it down.
import { CALL_STATUSES, type CallStatus, type Tile } from '../language/schema/rule.ts';
import type { RuleGraph, RuleNode } from './rule-graph.ts';
import type { TileExit } from './states/tile.ts';

export type Statuses = ReadonlySet<CallStatus>;

export interface RuleStatuses {
  /** Empty for a tile that no call can lead to. */
  readonly at: (tile: string) => Statuses;
  /** Empty for an exit that can never be taken. */
  readonly by: (node: RuleNode, exit: TileExit) => Statuses;
}

const CONNECTED: readonly CallStatus[] = ['answered', 'abandoned', 'voicemail'];
export const ANY_STATUS: Statuses = new Set(CALL_STATUSES);

/** @param possible how calls of the campaigns that use the rule may end */
export function ruleStatuses(graph: RuleGraph, possible: Statuses): RuleStatuses {
  const found = new Map<string, Set<CallStatus>>();
  const open: string[] = [];
  const arrive = (tile: string, statuses: Statuses): void => {
    const known = found.get(tile) ?? new Set();
    const before = known.size;
    for (const status of statuses) known.add(status);
    found.set(tile, known);
    if (known.size > before) open.push(tile);
  };
  const at = (tile: string): Statuses => found.get(tile) ?? new Set();
  const by = ({ id, tile }: RuleNode, exit: TileExit): Statuses =>
    // After a recontact the rule continues with the status of another call.
    tile.kind === 'recontact' ? withAny(at(id), possible) : leaving(tile, exit.on, at(id));
  arrive(graph.start, possible);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = graph.nodes.get(id);
    for (const exit of node?.exits ?? []) if (node) arrive(exit.to, by(node, exit));
  }
  return { at, by };
}

const withAny = (before: Statuses, possible: Statuses): Statuses =>
  before.size === 0 ? before : possible;

function leaving(tile: Tile, on: string, at: Statuses): Statuses {
  const those = (fits: (status: CallStatus) => boolean) => new Set([...at].filter(fits));
  switch (tile.kind) {
    case 'call-status':
      return on === 'otherwise'
        ? those((status) => tile.paths[status] === undefined)
        : those((status) => status === on);
    case 'connected':
      return those((status) => CONNECTED.includes(status) === (on === 'met'));
    default:
      return at;
  }
}
