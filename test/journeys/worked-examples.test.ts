// CBR-13: the three worked examples of the source, run exactly as told, from the telephone to the
// record.
import { describe, expect, it } from 'vitest';
import { exampleRule } from '../support/definitions.ts';
import { callee, journey } from '../support/journey.ts';

describe('worked example (a) (CBR-13)', () => {
  const rule = exampleRule('worked-a');

  const statuses = (calls: readonly string[]) => calls.map((call) => call.split(' ').at(-1));

  it('counts not answered, busy and error together and closes with the sixth', async () => {
    const ann = callee('ann').ringsOut().isBusy().fails().ringsOut().isBusy().fails();
    const story = await journey({ rule, people: [ann] });

    await story.untilQuiet();

    expect(story.callsTo('ann')).toEqual([
      '2026-03-02 10:00 not-answered',
      '2026-03-02 12:00 busy',
      '2026-03-02 14:00 error',
      '2026-03-03 14:01 not-answered',
      '2026-03-04 14:01 busy',
      '2026-03-05 14:01 error',
    ]);
    expect(await story.recordOf('ann')).toMatchObject({ state: 'closed', attempts: 6 });
    expect(await story.discrepancies()).toEqual([]);
  });

  it('closes with the fourth call that was not answered, and with the fourth error', async () => {
    const people = [
      callee('ann').ringsOut(2).isBusy().ringsOut(2),
      callee('ben').fails().ringsOut().fails(3),
    ];
    const story = await journey({ rule, people });

    await story.untilQuiet();

    expect(statuses(story.callsTo('ann'))).toEqual([
      'not-answered',
      'not-answered',
      'busy',
      'not-answered',
      'not-answered',
    ]);
    expect(statuses(story.callsTo('ben'))).toEqual([
      'error',
      'not-answered',
      'error',
      'error',
      'error',
    ]);
    for (const name of ['ann', 'ben']) {
      expect((await story.recordOf(name)).state).toBe('closed');
    }
  });

  it('ends when the call is answered; what the agent said stands', async () => {
    const story = await journey({ rule, people: [callee('ann').ringsOut().answers()] });

    await story.untilQuiet();

    expect(story.callsTo('ann')).toEqual([
      '2026-03-02 10:00 not-answered',
      '2026-03-02 12:00 answered',
    ]);
    expect((await story.recordOf('ann')).state).toBe('closed');
    const timeline = await story.timelineOf('ann');
    expect(timeline.slice(-4)).toEqual([
      'record.classified',
      'record.closed',
      'attempt.settled',
      'rule.applied',
    ]);
  });

  it('calls again at once when the callee hung up waiting', async () => {
    const story = await journey({ rule, people: [callee('ann').hangsUpWaiting(2).answers()] });

    await story.pass(300);

    expect(story.callsTo('ann').map((call) => call.split(' ').at(-1))).toEqual([
      'abandoned',
      'abandoned',
      'answered',
    ]);
    expect(Math.max(...story.pausesBetweenCallsTo('ann'))).toBeLessThan(10);
  });

  it('calls a mailbox again until the hundredth pass', async () => {
    const story = await journey({
      rule,
      people: [callee('ann').hasVoicemail()],
      outbound: { machineDetection: true },
    });

    await story.untilQuiet(60);

    const calls = story.callsTo('ann');
    expect(calls.length).toBe(100);
    expect(new Set(calls.map((call) => call.split(' ').at(-1)))).toEqual(new Set(['voicemail']));
    expect(await story.recordOf('ann')).toMatchObject({ state: 'closed', attempts: 100 });
  });
});

describe('worked example (b) (CBR-13)', () => {
  const rule = exampleRule('worked-b');

  it('not answered, not answered, a text message, not answered, closed', async () => {
    const story = await journey({ rule, people: [callee('ann').ringsOut()] });

    await story.untilQuiet();

    expect(story.callsTo('ann')).toEqual([
      '2026-03-02 10:00 not-answered',
      '2026-03-02 12:00 not-answered',
      '2026-03-03 12:01 not-answered',
    ]);
    expect(story.messagesTo('ann')).toEqual(['sms']);
    expect(await story.timelineOf('ann')).toEqual([
      'record.added',
      'call.ordered',
      'call.placed',
      'call.ended',
      'attempt.settled',
      'rule.applied',
      'record.recall-scheduled',
      'call.ordered',
      'call.placed',
      'call.ended',
      'attempt.settled',
      'rule.applied',
      'message.ordered',
      'record.recall-scheduled',
      'message.sent',
      'message.delivered',
      'call.ordered',
      'call.placed',
      'call.ended',
      'attempt.settled',
      'rule.applied',
      'record.closed',
    ]);
    expect(await story.discrepancies()).toEqual([]);
  });

  it('answered anywhere is the end', async () => {
    const story = await journey({
      rule,
      people: [callee('ann').answers(), callee('ben').ringsOut(2).answers()],
    });

    await story.untilQuiet();

    expect(story.callsTo('ann').length).toBe(1);
    expect(story.callsTo('ben').at(-1)).toBe('2026-03-03 12:01 answered');
    expect((await story.recordOf('ben')).state).toBe('closed');
  });
});

describe('worked example (c) (CBR-13)', () => {
  const rule = exampleRule('worked-c');

  it('abandoned, abandoned again, an e-mail, closed', async () => {
    const story = await journey({ rule, people: [callee('ann').hangsUpWaiting()] });

    await story.untilQuiet();

    expect(story.callsTo('ann').map((call) => call.split(' ').at(-1))).toEqual([
      'abandoned',
      'abandoned',
    ]);
    expect(Math.max(...story.pausesBetweenCallsTo('ann'))).toBeLessThan(10);
    expect(story.messagesTo('ann')).toEqual(['email']);
    expect((await story.recordOf('ann')).state).toBe('closed');
    expect(await story.discrepancies()).toEqual([]);
  });

  it('reached the second time is the end, without an e-mail', async () => {
    const story = await journey({ rule, people: [callee('ann').hangsUpWaiting().answers()] });

    await story.untilQuiet();

    expect(story.messagesTo('ann')).toEqual([]);
    expect((await story.recordOf('ann')).state).toBe('closed');
  });
});
