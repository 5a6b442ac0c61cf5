// Records that wait for one agent: recalls they have set, records reserved for them that are still
// to be called, and records they have left without a classification (REC-9). The desk lists them.
import type { AgentId } from '../model/ids.ts';
import type { CampaignRecord } from '../model/record.ts';

/** undefined: it waits for nobody in particular, or is being worked. */
export function waitsAs({ state, current, privateTo, lastAgent, unhandled }: CampaignRecord) {
  if (current !== undefined) return undefined;
  // what nobody took waits for whoever takes it
  const isNobodys = unhandled !== undefined && unhandled.agent === undefined;
  const agent = privateTo ?? (isNobodys ? undefined : lastAgent);
  if (agent === undefined) return undefined;
  if (state === 'recall-scheduled' || state === 'unhandled')
    return { agent, as: state === 'unhandled' ? 'unhandled' : 'recall' } as const;
  return state === 'new' && privateTo !== undefined
    ? ({ agent, as: 'reserved' } as const)
    : undefined;
}

/** Whom it waits for. */
export const waitsFor = (record: CampaignRecord | undefined): AgentId | undefined =>
  record && waitsAs(record)?.agent;
