import { describe, expect, it } from 'vitest';
import type { RuleInput } from '../../../support/definitions.ts';
import { callee, journey } from '../../../support/journey.ts';
import { ref } from '../../../support/records.ts';

const ANN = '+48600000001';

const dialed = (story: Awaited<ReturnType<typeof journey>>) =>
  [...story.centre.network.calls()].map(({ phone }) => phone);

const listing = { kind: 'blacklist', reason: 'asked not to be called' } as const;

const textAndClose: RuleInput = {
  name: 'A text, and done',
  start: 'text',
  tiles: {
    text: { kind: 'send-sms', from: 'Ringback', text: 'We tried to call', next: 'close' },
    close: { kind: 'close-record' },
  },
};

describe('a message of a rule', () => {
  it('is not sent to somebody who is on the blacklist for texts, and the timeline says so', async () => {
    const story = await journey({
      people: [callee('ann').isBusy()],
      agents: ['eva'],
      rule: textAndClose,
    });
    await story.centre.perform('change-ledger', {
      address: ANN,
      change: { ...listing, channel: 'sms' },
      by: 'olga',
    });

    await story.pass(600);

    expect(dialed(story)).toEqual([ANN]);
    expect(story.centre.ports.sms.sent).toEqual([]);
    const journal = await story.centre.ports.journal.ofRecord(ref('spring', 'ann'));
    expect(journal.findLast(({ type }) => type === 'message.failed')).toMatchObject({
      reason: 'not sent: it is on the blacklist: asked not to be called',
      blocked: 'blacklist',
    });
    expect(await story.discrepancies()).toEqual([]);
  });
});
