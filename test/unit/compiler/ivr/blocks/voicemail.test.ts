import { describe, expect, it } from 'vitest';
import { asked, rendered } from './a-block.ts';

const block = { kind: 'voicemail', longest: '45 s', next: 'on' } as const;
const mailbox = { to: 'desk@example.org', mailbox: 'voice' } as const;
const listening = {
  next: 'it.end',
  InputTimeLimitExceeded: 'it.end',
  NoMatchingCondition: 'it.end',
  NoMatchingError: 'it.end',
};

describe('voicemail (IVR-23)', () => {
  it('records between two marks; a message that could not be found again is not taken', () => {
    const { ways, given } = rendered(block);

    expect(ways).toEqual({
      it: asked('it.record', 'it.record'),
      'it.record': { next: 'it.begin' },
      'it.begin': asked('it.beep', 'it.off'),
      'it.beep': asked('it.listen', 'it.listen'),
      'it.listen': listening,
      'it.end': asked('it.off', 'it.off'),
      'it.off': { next: 'on' },
    });
    expect(given['it.listen']).toMatchObject({ InputTimeLimitSeconds: '45' });
    expect(given['it.record']).toEqual({
      RecordingBehavior: { RecordedParticipants: [], IVRRecordingBehavior: 'Enabled' },
    });
  });

  it.each([
    [{ say: 'After the tone' }, {}, { Text: 'After the tone' }],
    [{ say: { recording: 'a.wav' } }, {}, { PromptId: 'a.wav' }],
    [{}, { voicemail: { ...mailbox, announcement: true } }, { Text: expect.any(String) }],
  ])('says %j before the tone', (more, inbound, speech) => {
    const { given, types } = rendered({ ...block, ...more }, { inbound });

    expect([types.it, given.it]).toEqual(['MessageParticipant', speech]);
  });

  it('says nothing where the campaign wants no announcement (INB-7)', () => {
    const inbound = { voicemail: { ...mailbox, announcement: false } };

    expect(rendered(block, { inbound }).types.it).toBe('UpdateContactRecordingBehavior');
  });

  it.each([
    [true, ['Agent', 'Customer']],
    [false, []],
  ])('records the conversation afterwards only if the campaign records: %s', (recording, who) => {
    const { given } = rendered(block, { inbound: { recording } });

    expect(given['it.off']).toEqual({
      RecordingBehavior: { RecordedParticipants: who, IVRRecordingBehavior: 'Disabled' },
    });
  });
});
