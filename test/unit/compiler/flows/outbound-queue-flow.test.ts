import { describe, expect, it } from 'vitest';
import {
  renderOutboundQueueFlow,
  waitRounds,
} from '../../../../lib/compiler/flows/outbound-queue-flow.ts';
import { expectGoldenFlow } from './golden-flow.ts';

describe('the flow of callees who wait for an agent', () => {
  it('speaks at once and hangs up with a word after the longest wait', () => {
    expectGoldenFlow(
      'outbound-queue-plain',
      renderOutboundQueueFlow({ language: 'en', longestWaitSeconds: 60 }),
    );
  });

  it('plays music between the announcements when a prompt is given (PRI-6)', () => {
    expectGoldenFlow(
      'outbound-queue-music',
      renderOutboundQueueFlow({
        language: 'pl',
        longestWaitSeconds: 120,
        logging: false,
        holdText: 'Chwileczkę.',
        waitedTooLongText: 'Do widzenia.',
        musicPromptArn: '${Token[Music.4]}',
      }),
    );
  });

  it('has the priority raised while they wait (PRI-5)', () => {
    const steps = [
      { after: 20, coefficient: 2 },
      { after: 45, coefficient: 4 },
      { after: 400, coefficient: 8 },
    ];

    expectGoldenFlow(
      'outbound-queue-rising',
      renderOutboundQueueFlow({
        language: 'en',
        longestWaitSeconds: 120,
        rising: { queue: 'sales', steps, functionArn: 'raise-priority' },
      }),
    );
  });

  it.each([
    [1, { rounds: 1, seconds: 1 }],
    [10, { rounds: 1, seconds: 10 }],
    [39, { rounds: 1, seconds: 39 }],
    [60, { rounds: 3, seconds: 20 }],
    [65, { rounds: 3, seconds: 21 }],
    [1800, { rounds: 90, seconds: 20 }],
    [7200, { rounds: 101, seconds: 71 }],
  ])(
    'divides a wait of %d s into rounds no shorter than an agent rings (PRI-4)',
    (wait, expected) => {
      expect(waitRounds(wait)).toEqual(expected);
    },
  );
});
