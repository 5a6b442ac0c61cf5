// Texts that several functions send, over DynamoDB: each once, and no faster than the rate.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sendSms } from '../../lib/application/messaging/send-sms.ts';
import { dynamoRecordStore } from '../../lib/aws/dynamodb/record-store.ts';
import { dynamoSendingLines } from '../../lib/aws/dynamodb/sending-lines.ts';
import { memoryPseudonyms } from '../../lib/simulation/memory/pseudonyms.ts';
import type { TestTables } from '../support/dynamo-tables.ts';
import { onDynamo } from '../support/on-dynamo.ts';
import { addition, aRecord, aText, changed } from '../support/records.ts';
import { aFloor } from '../unit/application/a-floor.ts';

const TEXTS = 5;
const FUNCTIONS = 3;
/** Milliseconds between two texts of the account. */
const GAP = 1000;

async function sending({ db, runtime, ...tables }: TestTables) {
  const floor = await aFloor({ textRates: { messagesPerSecond: 1, partsPerSecond: 20 } });
  const functions = Array.from({ length: FUNCTIONS }, () => ({
    records: dynamoRecordStore(db, { runtime, ...tables }, memoryPseudonyms()),
    lines: dynamoSendingLines(db, runtime),
  }));
  const sent: { id: string; at: number }[] = [];
  const sms: typeof floor.ports.sms = {
    ...floor.ports.sms,
    async send(text) {
      const id = 'id' in text ? text.id : '';
      sent.push({ id, at: floor.ports.clock.now() });
      return { kind: 'accepted', providerId: id };
    },
  };
  const record = aRecord('ann');
  const texts = Array.from({ length: TEXTS }, (_, n) => aText(record, `m${n}`));
  await functions[0]?.records.commit(addition(record));
  await functions[0]?.records.commit({
    before: record,
    after: changed(record),
    entries: [],
    messages: texts.map((after) => ({ before: undefined, after })),
  });
  const send = (by: number, text: number) =>
    sendSms(
      { campaign: 'spring', record: 'ann', message: texts[text]?.id ?? '' },
      { ...floor.ports, ...functions[by], sms },
    );
  return { floor, sent, send };
}

const one = fc.record({
  by: fc.nat({ max: FUNCTIONS - 1 }),
  text: fc.nat({ max: TEXTS - 1 }),
});

onDynamo((fresh) => {
  it('leave once each and at the rate, whichever functions are asked, in whatever order', async () => {
    const step = fc.record({
      after: fc.constantFrom(0, 0, 0.4, 1, 2),
      together: fc.array(one, { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
        const { floor, sent, send } = await sending(await fresh());
        let now = 0;
        for (const { after, together } of steps) {
          now += after;
          floor.waitUntil(now);
          await Promise.all(together.map(({ by, text }) => send(by, text)));
        }

        expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length);
        // one that comes late for its turn follows more closely, but none is early
        const [first] = sent;
        const early = sent.filter(({ at }, n) => at < (first?.at ?? at) + n * GAP);
        expect(early).toEqual([]);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('are asked for with one request for turn and message, where nobody waits', async () => {
    const { send, sent } = await sending(await fresh());

    const outcomes = [await send(0, 0), await send(1, 1), await send(1, 2)];

    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'waits for its turn',
      'waits for its turn',
    ]);
    expect(sent).toHaveLength(1);
  });
});
