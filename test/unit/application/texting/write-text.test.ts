// A text message that somebody writes to the person of a record.
import { describe, expect, it } from 'vitest';
import { writeText } from '../../../../lib/application/texting/write-text.ts';
import { ref } from '../../../support/records.ts';
import { aFloor } from '../a-floor.ts';

const write = async (floor: Awaited<ReturnType<typeof aFloor>>, more = {}) =>
  writeText(
    ref('spring', 'ann'),
    { id: 't-1', text: 'At nine.', from: 'Ringback', ...more },
    'eva',
    floor.ports,
  );

describe('a text that an agent writes', () => {
  it('is ordered once for its id, to the default number, and the timeline says by whom', async () => {
    const floor = await aFloor();
    const { phones } = await floor.add('ann');

    expect(await write(floor)).toEqual({ kind: 'ordered' });
    expect(await write(floor, { text: 'Pressed again.' })).toEqual({ kind: 'ordered' });

    const { messages } = await floor.ports.records.kept(ref('spring', 'ann'));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      id: 'written.t-1',
      state: 'ordered',
      content: { kind: 'sms', to: phones[0]?.value, from: 'Ringback', text: 'At nine.' },
    });
    const entries = await floor.ports.journal.ofRecord(ref('spring', 'ann'));
    expect(entries.at(-1)).toMatchObject({ type: 'message.ordered', kind: 'sms', by: 'eva' });
  });

  it('is refused from a sender the centre has not, to nobody, and without a number', async () => {
    const floor = await aFloor();
    expect(await write(floor)).toEqual({ kind: 'missing' });
    await floor.add('ann', { phones: [] });

    expect(await write(floor, { from: 'OTHER' })).toEqual({
      kind: 'refused',
      reasons: ["'OTHER' is no sender of the centre"],
    });
    expect(await write(floor)).toEqual({
      kind: 'refused',
      reasons: ['the record has no telephone number'],
    });
  });
});
