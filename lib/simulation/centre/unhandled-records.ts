// Agents whose wrap-up ran out come back to the record and classify it, as they would at a quiet
// moment: while free, some time later, and again later when they are not free. Otherwise a campaign
// whose goal is exhaustion would never end.

import { UNHANDLED_STATUS } from '../../domain/campaigns/held-up.ts';
import type { RecordRef } from '../../domain/model/ids.ts';
import { campaignId, recordId } from '../../domain/model/ids.ts';
import type { PhoneNetwork } from '../phone-network/phone-network.ts';
import type { Random } from '../random.ts';
import { between } from '../random.ts';
import type { ClassificationContext } from './classify.ts';

/** What of the entry `record.unhandled` matters here. */
export interface Unhandled {
  readonly campaign: string;
  readonly record: string;
  readonly attempt: string;
  /** Who had the call; anybody may take a record of which it is not known. */
  readonly agent?: string;
}

interface ReturnDependencies {
  readonly random: Random;
  readonly network: Pick<PhoneNetwork, 'agents'>;
  readonly after: (ms: number, then: () => void) => void;
  readonly isUnhandled: (ref: RecordRef) => Promise<boolean>;
  readonly classify: (classified: ClassificationContext) => Promise<void>;
  /** Runs background work. */
  readonly work: (what: () => Promise<void>) => void;
}

const MINUTE = 60_000;
/** Milliseconds until an agent looks at what was left. */
const QUIET = { from: 5 * MINUTE, to: 60 * MINUTE };

/** @returns call it for each record that is left unhandled */
export function returningAgents(about: ReturnDependencies): (left: Unhandled) => void {
  const { random, network, after, isUnhandled, classify, work } = about;
  const later = (left: Unhandled) =>
    after(between(random, QUIET.from, QUIET.to), () => work(() => comeBack(left)));
  const comeBack = async (left: Unhandled) => {
    const { campaign, record, attempt } = left;
    const free = network
      .agents()
      .filter(({ activity, breakName }) => activity === 'free' || breakName === UNHANDLED_STATUS);
    const agent = free.find((one) => left.agent === undefined || one.agent === left.agent)?.agent;
    if (agent === undefined) return later(left);
    const ref = { campaign: campaignId(campaign), record: recordId(record) };
    if (!(await isUnhandled(ref))) return;
    const attributes = { campaign, record, attempt };
    const roll = random.next();
    await classify({ attributes, agent, roll, machine: false });
    if (await isUnhandled(ref)) later(left);
  };
  return later;
}
