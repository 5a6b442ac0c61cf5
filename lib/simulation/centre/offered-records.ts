// Agents at records offered to them, where they start the calls (CAM-3): they read, then press
// call, or accept where there is before-call work (DIA-1); now and then they skip one, and now and
// then they are not at their desk and the time runs out.
import type { TaskInput, TaskOutput } from '../../application/tasks/tasks.ts';
import type { OffersBehaviour } from '../phone-network/behaviour.ts';
import { drawDuration } from '../phone-network/callee.ts';
import type { Random } from '../random.ts';

/** What of the entry `record.offered` matters here. */
export interface Offered {
  readonly campaign: string;
  readonly record: string;
  readonly attempt: string;
  readonly agent: string;
  readonly starts?: 'by-itself' | 'by-agent' | undefined;
  readonly work?: number | undefined;
}

interface OfferDependencies {
  readonly random: Random;
  readonly behaviour: OffersBehaviour;
  readonly after: (ms: number, then: () => void) => void;
  readonly answer: (
    input: TaskInput<'call-record'>,
  ) => Promise<Pick<TaskOutput<'call-record'>, 'kind'>>;
  /** Runs background work. */
  readonly work: (what: () => Promise<void>) => void;
}

/** @returns call it for each record that is offered */
export function agentsAtOffers(about: OfferDependencies): (offered: Offered) => void {
  const { random, behaviour, after, answer, work } = about;
  const { reads, skips, ignores } = behaviour;
  return ({ campaign, record, attempt, agent, starts, work: toRead }) => {
    if (starts !== 'by-agent') return;
    const own = random.fork(attempt);
    const chance = own.next();
    const press = chance < skips ? 'skip' : toRead === undefined ? 'call' : 'accept';
    if (chance >= skips && chance < skips + ignores) return;
    const input = { campaign, record, attempt, agent, press } as const;
    after(drawDuration(own, reads), () => work(async () => void (await answer(input))));
  };
}
