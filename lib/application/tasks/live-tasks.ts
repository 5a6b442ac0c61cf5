// The task that tells pages of changes, part of the task catalogue. Who connects is let in by
// `api-live` (api-tasks.ts).
import { z } from 'zod';
import type { FaultName } from './faults.ts';
import { KEEPS_FAILING } from './wiring.ts';

const STORE: readonly FaultName[] = ['StoreUnavailable'];

export const LIVE_TASKS = {
  'push-changes': {
    trigger: 'changes',
    memory: 256,
    timeout: 30,
    // what is lost is seen when a page looks by itself
    retries: 1,
    /** Seconds a change may wait for others that are told with it. */
    gathers: 2,
    alarm: KEEPS_FAILING,
    ports: ['clock', 'watchers', 'announcer'],
    does: 'Tells pages that are open what has changed of what they may see, and that agents have come, gone or taken a break: names and versions, nothing of the change itself.',
    input: z.object({
      lines: z.array(
        z.object({
          id: z.string(),
          campaign: z.string(),
          record: z.string().optional(),
          entry: z.record(z.string(), z.unknown()),
        }),
      ),
      agents: z.boolean().describe('whether agents came, went or took a break'),
    }),
    output: z.object({ told: z.number(), gone: z.number() }),
    faults: STORE,
  },
} as const;
