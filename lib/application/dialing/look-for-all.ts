// Before a tick of several campaigns orders: the records of all that are to have a call, what the
// ledger says of their numbers, and whether those campaigns still stand as this function knows
// them.

import type { Instant } from '../../domain/model/instant.ts';
import type { PoolDecision } from '../../domain/pacing/pace-pool.ts';
import { standingsOf } from '../ledger/standings.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { MemberTick, PoolTurn } from './member-tick.ts';
import { AT_LEAST, isMoreThanALook } from './take-records.ts';

type TickPorts = PortsOf<'dialer-tick'>;

interface Looking {
  readonly now: Instant;
  readonly turn: PoolTurn;
}

/**
 * Those that are to have a call are looked at together; that is a request for all of them. Whoever
 * finds that somebody has changed one of them begins anew, before anything of it is decided.
 */
export async function lookForAll(
  members: readonly MemberTick[],
  decisions: ReadonlyMap<string, PoolDecision>,
  input: Looking,
  ports: TickPorts,
): Promise<void> {
  const { turn } = input;
  const next = await Promise.all(
    members.map(async (member) => {
      const calls = decisions.get(member.id)?.calls ?? 0;
      if (calls === 0) return [];
      const [isKept] = await Promise.all([
        isAsKept(member, ports),
        isMoreThanALook(calls) ? undefined : lookOnce(member, input, ports),
      ]);
      if (!isKept) turn.isOver = true;
      return member.look?.due.slice(0, calls) ?? [];
    }),
  );
  const { ahead } = members[0] ?? {};
  if (ahead === undefined || turn.isOver) return;
  const read = await standingsOf(next.flat(), ports.ledger, ahead.standings);
  const standings = new Map([...ahead.standings, ...read]);
  for (const member of members) member.ahead = { ...ahead, standings };
}

async function lookOnce(member: MemberTick, { now, turn }: Looking, { records }: TickPorts) {
  member.look ??= await records.look(member.id, now, AT_LEAST, turn);
}

/** Whether the state is still what this function has left, and has not read since. */
async function isAsKept(member: MemberTick, { campaigns }: TickPorts): Promise<boolean> {
  if (!member.isKept) return true;
  member.isKept = false;
  return (await campaigns.load(member.id)).version === member.stored.version;
}
