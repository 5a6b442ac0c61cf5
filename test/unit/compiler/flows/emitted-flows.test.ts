import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type OutboundFlowInput,
  renderOutboundFlow,
} from '../../../../lib/compiler/flows/outbound-flow.ts';
import {
  renderOutboundQueueFlow,
  waitRounds,
} from '../../../../lib/compiler/flows/outbound-queue-flow.ts';
import { CALL_LANGUAGES } from '../../../../lib/compiler/flows/spoken-texts.ts';
import { validateFlow } from '../../../../lib/compiler/flows/validate-flow.ts';

const words = fc.string({ minLength: 1, maxLength: 200 }).filter((text) => text.length > 0);
const arn = fc.constantFrom(
  '${Token[TOKEN.12]}',
  'arn:aws:connect:eu-central-1:111122223333:instance/i/contact-flow/f',
);
const priority = fc.integer({ min: 1, max: 99 });
const present = { requiredKeys: [] };

const outbound = fc.record(
  {
    language: fc.constantFrom(...CALL_LANGUAGES),
    recording: fc.boolean(),
    queuePriority: priority,
    logging: fc.boolean(),
    hangUpOnVoicemail: fc.boolean(),
    queuePriorityLevels: fc.array(priority, { maxLength: 12 }),
    hooks: fc.record({ customerQueue: arn, customerWhisper: arn, agentWhisper: arn }, present),
    voice: fc.record({ id: fc.constant('Ewa'), engine: fc.constant('Generative' as const) }),
    apology: words,
  },
  { requiredKeys: ['language', 'recording', 'queuePriority'] },
);

const waiting = fc.record(
  {
    language: fc.constantFrom(...CALL_LANGUAGES),
    longestWaitSeconds: fc.integer({ min: 1, max: 86_400 }),
    logging: fc.boolean(),
    holdText: words,
    waitedTooLongText: words,
    musicPromptArn: arn,
  },
  { requiredKeys: ['language', 'longestWaitSeconds'] },
);

describe('flows we emit', () => {
  it('are always published: calls', () => {
    fc.assert(
      fc.property(outbound, (input) => {
        expect(validateFlow(renderOutboundFlow(input as OutboundFlowInput))).toEqual([]);
      }),
    );
  });

  it('are always published: waiting', () => {
    fc.assert(
      fc.property(waiting, (input) => {
        expect(validateFlow(renderOutboundQueueFlow(input), 'CUSTOMER_QUEUE')).toEqual([]);
      }),
    );
  });

  it('never let a callee wait longer than asked, nor a second per round less (PRI-4)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 86_400 }), (longest) => {
        const { rounds, seconds } = waitRounds(longest);

        expect(rounds * seconds).toBeLessThanOrEqual(longest);
        expect(longest - rounds * seconds).toBeLessThan(rounds);
      }),
    );
  });
});
