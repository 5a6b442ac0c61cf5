// Who may not be contacted is not called on the local cloud, over the wire and under the roles of
// the template (REC-13).
import { afterEach, describe, expect, it } from 'vitest';
import { everything } from '../../../lib/cli/start/tables.ts';
import { campaignId } from '../../../lib/domain/model/ids.ts';
import { type Story, story } from './story.ts';

const ANN = '601100200';

let open: Story | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

describe('a number that comes onto the blacklist while its call waits', () => {
  it('is not called; its record says why and stays uncounted', async () => {
    open = await story({
      people: { [ANN]: ['answers'] },
      faults: {
        // Connect has no time for the tick, so the call goes through the dial queue
        onCall: ({ action, function: by }) =>
          action === 'StartOutboundVoiceContact' && by?.endsWith('dialer-tick')
            ? { kind: 'error', code: 'TooManyRequestsException', status: 429 }
            : undefined,
        onDelivery: ({ to, target }) =>
          to === 'sqs' && target.includes('dial') ? { delay: 120_000 } : undefined,
      },
    });
    await open.import();
    await open.switchTo('running');
    await open.until(() => open?.events.some(({ type }) => type === 'call.ordered') ?? false);

    const answer = await open.centre.invoke('change-ledger', {
      address: `+48${ANN}`,
      change: { kind: 'blacklist', reason: 'asked not to be called' },
      by: 'ewa.wrona',
    });
    await open.until(() => open?.events.some(({ type }) => type === 'record.blocked') ?? false);

    expect(answer).toEqual({ kind: 'changed' });
    expect(open.callsTo(ANN)).toBe(0);
    const journal = await open.journal();
    expect(journal.map(({ type }) => type)).toEqual([
      'record.added',
      'call.ordered',
      'record.postponed',
      'record.blocked',
    ]);
    expect(journal[2]).toMatchObject({
      gates: expect.arrayContaining([
        expect.objectContaining({ gate: 'blacklist', passed: false }),
      ]),
    });
    // what a run leaves for `ringback why` is what was written
    const kept = await everything(open.centre, campaignId('spring-recall'));
    expect(kept.records.map(({ journal }) => journal)).toEqual([journal]);
    const lines = open.centre.cloud.logs.lines().map(({ text }) => text);
    expect(lines.filter((text) => text.includes(ANN))).toEqual([]);
  });
});
