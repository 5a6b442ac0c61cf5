import { describe, expect, it } from 'vitest';
import { IvrTest } from '../../../../lib/language/schema/ivr-test.ts';
import { Scenario, ScenarioCall } from '../../../../lib/language/schema/scenario.ts';

const doing = (act: string) => IvrTest.safeParse({ name: 'x', does: [act], expect: {} });

describe('what a caller does in a test of an IVR (NEW-3)', () => {
  it.each([
    ['presses 2', { kind: 'presses', keys: '2' }],
    ['keys 1234#', { kind: 'presses', keys: '1234#' }],
    ['says nothing', { kind: 'says-nothing' }],
    ['waits 90 s', { kind: 'waits', seconds: 90 }],
    ['waits 2 min', { kind: 'waits', seconds: 120 }],
    ['leaves a message of 10 s', { kind: 'leaves-message', seconds: 10 }],
    ['is answered', { kind: 'is-answered', by: undefined, seconds: 60 }],
    ['is answered by anna', { kind: 'is-answered', by: 'anna', seconds: 60 }],
    ['is answered for 5 min', { kind: 'is-answered', by: undefined, seconds: 300 }],
    ['is answered by anna for 2 min', { kind: 'is-answered', by: 'anna', seconds: 120 }],
    ['hangs up', { kind: 'hangs-up' }],
  ])('is read: %s', (text, act) => {
    expect(doing(text).data?.does).toEqual([act]);
  });

  it.each(['presses', 'presses a', 'waits', 'waits 90', 'shouts', 'is answered by', 'hangs up '])(
    'is refused with the forms there are: %j',
    (text) => {
      expect(doing(text).error?.issues[0]?.message).toContain('"presses 2", "keys 1234#"');
    },
  );
});

describe('a test of an IVR', () => {
  it('needs to say nothing but what is expected', () => {
    const { given, call, does } = IvrTest.parse({ name: 'x', expect: { path: 'a > b' } });

    expect(call).toEqual({ at: '2026-03-02T10:00', from: '+48500000000' });
    expect(does).toEqual([]);
    expect(given).toMatchObject({ records: [], full: [], over: [], outside: 'answers' });
  });

  it('reads numbers with spaces, and a path however it is spaced', () => {
    const test = IvrTest.parse({
      name: 'x',
      call: { from: '+48 500 000 001' },
      given: { records: [{ phone: '+48 500 000 002' }] },
      expect: { path: 'a>b  >  c' },
    });

    expect(test.call.from).toBe('+48500000001');
    expect(test.given.records[0]?.phone).toBe('+48500000002');
    expect(test.expect.path).toEqual(['a', 'b', 'c']);
  });
});

describe('a call of a scenario (NEW-3)', () => {
  it.each([
    ['busy', { status: 'busy', times: 1 }],
    ['busy at 10:40', { status: 'busy', times: 1, at: '10:40' }],
    ['answered at 2026-03-02T10:40', { status: 'answered', times: 1, at: '2026-03-02T10:40' }],
  ])('is read: %s', (text, call) => {
    expect(ScenarioCall.parse(text)).toEqual(call);
  });

  it('may stand for several', () => {
    expect(ScenarioCall.parse({ status: 'busy', times: 3 })).toEqual({ status: 'busy', times: 3 });
  });

  it.each(['engaged', 'busy at 25:00', 'busy 10:40', ''])('is refused: %j', (text) => {
    expect(ScenarioCall.safeParse(text).success).toBe(false);
  });
});

describe('what a scenario expects', () => {
  const expecting = (expect: unknown) =>
    Scenario.parse({ name: 'x', calls: ['busy'], expect: [expect] }).expect[0];

  it('is a path in one line, as a list or with more about it', () => {
    const path = ['status', 'again'];

    expect(expecting('status > again')).toEqual({ path, times: 1 });
    expect(expecting(path)).toEqual({ path, times: 1 });
    expect(expecting({ path, next: '+2 h', times: 2 })).toEqual({ path, next: '+2 h', times: 2 });
  });

  it('is no tile at all when an agent classified the call', () => {
    expect(expecting('')).toEqual({ path: [], times: 1 });
  });
});
