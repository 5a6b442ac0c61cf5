// From the actions of a call to the blocks its author wrote and the exits it took. Jumps have no
// action, so they are reconstructed from one block to the next.

import type { CompiledIvr } from '../../compiler/ivr/compiled-ivr.ts';
import { part } from '../../compiler/ivr/ivr-context.ts';
import type { BlockExit, BlockNode, IvrGraph } from '../../compiler/ivr/ivr-graph.ts';
import { LOOP, WAY } from '../../compiler/ivr/ivr-layout.ts';
import type { Visited } from '../connect/flow-run.ts';

export interface TakenExit {
  readonly block: string;
  readonly on: string;
}

export interface CallPath {
  readonly blocks: readonly string[];
  readonly exits: readonly TakenExit[];
}

/** A stay in one block. */
interface Stay {
  readonly block: string;
  readonly visits: readonly Visited[];
}

/** @param numbers own numbers by id, as the flows compare them */
export function callPath(
  visits: readonly Visited[],
  compiled: Pick<CompiledIvr, 'blockOf'>,
  graph: IvrGraph,
  numbers: Readonly<Record<string, string>>,
): CallPath {
  const stays = staysOf(visits, compiled);
  const blocks: string[] = [];
  const exits: TakenExit[] = [];
  for (const [index, { block, visits: within }] of stays.entries()) {
    blocks.push(block);
    const node = graph.nodes.get(block);
    const next = stays[index + 1]?.block;
    if (node === undefined || next === undefined) continue;
    const exit = exitTaken(node, within, next, graph, numbers);
    if (exit === undefined) continue;
    exits.push({ block, on: exit.on });
    for (const jump of jumpsFrom(exit.to, graph).blocks) {
      blocks.push(jump);
      exits.push({ block: jump, on: 'to' });
    }
  }
  return { blocks, exits };
}

function staysOf(
  visits: readonly Visited[],
  { blockOf }: Pick<CompiledIvr, 'blockOf'>,
): readonly Stay[] {
  const stays: { block: string; visits: Visited[] }[] = [];
  let before: Visited | undefined;
  for (const visited of visits) {
    const block = blockOf(visited.flowId, visited.action);
    if (block === undefined) continue;
    const last = stays.at(-1);
    // that it is noted decides nothing
    const visits = visited.action === part(block, WAY) ? [] : [visited];
    if (last?.block === block && !beginsAgain(visited, before, block)) last.visits.push(...visits);
    else stays.push({ block, visits });
    before = visited;
  }
  return stays;
}

/**
 * A call that comes to a block is noted; before the first block of a loop its rounds are counted. A
 * count within the block leads back to its first action without leaving it.
 */
function beginsAgain({ action }: Visited, before: Visited | undefined, block: string): boolean {
  const counted = part(block, LOOP);
  return action === counted || (action === part(block, WAY) && before?.action !== counted);
}

/** Where an exit leads in the end, and the jumps on the way. */
function jumpsFrom(
  to: string,
  graph: IvrGraph,
): { readonly blocks: readonly string[]; readonly end: string } {
  const blocks: string[] = [];
  let end = to;
  for (let node = graph.nodes.get(to); node?.block.kind === 'jump'; node = graph.nodes.get(end)) {
    if (blocks.includes(end)) break;
    blocks.push(end);
    end = node.block.to;
  }
  return { blocks, end };
}

function exitTaken(
  node: BlockNode,
  visits: readonly Visited[],
  next: string,
  graph: IvrGraph,
  numbers: Readonly<Record<string, string>>,
): BlockExit | undefined {
  const able = node.exits.filter(({ to }) => jumpsFrom(to, graph).end === next);
  if (able.length < 2) return able[0];
  const known = knownExit(node, visits, numbers);
  return able.find(({ on }) => on === known) ?? able[0];
}

/** The exit, by the last action of the block that decides on it. */
function knownExit(
  { block, exits }: BlockNode,
  visits: readonly Visited[],
  numbers: Readonly<Record<string, string>>,
): string | undefined {
  const lastOf = (...types: readonly string[]) =>
    visits.findLast(({ type }) => types.includes(type))?.by;
  const otherwise = (by: string | undefined, no: string) =>
    by === undefined || by === 'NoMatchingCondition' ? no : by;
  switch (block.kind) {
    case 'menu': {
      const by = lastOf('GetParticipantInput');
      if (by === 'NoMatchingCondition') return 'wrong';
      return by === 'InputTimeLimitExceeded' ? 'none' : by;
    }
    case 'availability':
      return lastOf('CheckHoursOfOperation') === 'True' ? 'open' : 'closed';
    case 'route-by-source':
      return otherwise(lastOf('Compare'), 'otherwise') === 'otherwise' ? 'otherwise' : 'match';
    case 'route-by-destination': {
      const number = otherwise(lastOf('Compare'), 'otherwise');
      return Object.keys(numbers).find((id) => numbers[id] === number) ?? 'otherwise';
    }
    case 'route-by-identity':
      return otherwise(lastOf('Compare'), 'none');
    case 'api-condition':
      return otherwise(lastOf('Compare'), 'otherwise');
    case 'condition': {
      const isTrue = otherwise(lastOf('Compare'), '') !== '';
      return isTrue === (block.is !== '!=') ? 'met' : 'unmet';
    }
    case 'api-login':
    case 'api-request':
      return lastOf('Compare') === 'ok' ? 'next' : 'failed';
    case 'authorise':
      return lastOf('Compare') === 'success' ? 'success' : 'failure';
    case 'authorise-ticket':
      return lastOf('UpdateContactAttributes') === 'next' ? 'next' : 'none';
    case 'dial':
      return lastOf('TransferParticipantToThirdParty') === 'next' ? 'next' : 'failed';
    case 'overflow':
      return lastOf('Compare') === 'over' ? 'over' : 'within';
    case 'callback':
      return callbackExit(visits);
    case 'extension':
      return extensionExit(visits);
    case 'queue':
      return visits.some(({ by }) => by === 'QueueAtCapacity') ? 'full' : 'next';
    default:
      return exits[0]?.on;
  }
}

function callbackExit(visits: readonly Visited[]): string {
  const asked = visits.some(({ type }) => type === 'InvokeLambdaFunction');
  if (visits.findLast(({ type }) => type === 'Compare')?.by === 'set') return 'next';
  if (asked) return 'failed';
  const menu = visits.findLast(({ type }) => type === 'GetParticipantInput')?.by;
  return menu === 'NoMatchingCondition' || menu === 'InputTimeLimitExceeded'
    ? 'declined'
    : 'failed';
}

function extensionExit(visits: readonly Visited[]): string {
  const found = visits.some(({ type, by }) => type === 'Compare' && by === 'found');
  if (found) return 'unavailable';
  return visits.some(({ type }) => type === 'InvokeLambdaFunction') ? 'wrong' : 'none';
}
