// What becomes of a record between the telephone, the agent and the rule.
import { describe, expect, it } from 'vitest';
import { definitions, leaveIt, type RuleInput } from '../support/definitions.ts';
import { callee, journey } from '../support/journey.ts';

/** Agents start the calls of records offered to them. */
const BY_HAND = {
  campaign: { handling: 'manual-web' },
  outbound: { mode: 'preview', offerFor: '1 min' },
  callees: { patience: { mean: 60, variation: 0.1 } },
} as const;

describe('a record', () => {
  it('is unhandled when the wrap-up runs out without a classification (REC-9)', async () => {
    const story = await journey({
      rule: leaveIt,
      people: [callee('ann').answers()],
      agentBehaviour: { forgets: 1 },
    });

    await story.pass(1800);

    expect((await story.recordOf('ann')).state).toBe('unhandled');
    expect((await story.timelineOf('ann')).slice(-3)).toEqual([
      'record.unhandled',
      'attempt.settled',
      'rule.applied',
    ]);
  });

  it('is classified once; the rule follows and leaves it as the classifier did (CBR-15, CLS-1)', async () => {
    const story = await journey({
      people: [callee('ann').answers()],
      agentBehaviour: { forgets: 0 },
    });

    await story.pass(1800);

    const timeline = await story.timelineOf('ann');
    expect(timeline.filter((type) => type === 'record.classified').length).toBe(1);
    expect(timeline.filter((type) => type === 'rule.applied').length).toBe(1);
    expect(timeline).not.toContain('record.recall-scheduled');
    expect((await story.recordOf('ann')).state).toBe('closed');
  });

  it('set aside by its rule is worked and ends the campaign; put back, it is called again (CBR-9, CAM-29)', async () => {
    const story = await journey({ rule: leaveIt, people: [callee('ann').ringsOut().answers()] });
    await story.untilQuiet(2);
    const before = await story.recordOf('ann');

    await story.centre.perform('update-records', {
      campaign: 'spring',
      records: 'set-aside',
      change: { kind: 'put-back' },
      by: 'olga',
    });
    await story.switchTo('running');
    await story.pass(1800);

    expect(before).toMatchObject({ state: 'set-aside', attempts: 1 });
    expect(await story.recordOf('ann')).toMatchObject({ state: 'closed', attempts: 2 });
    expect(await story.timelineOf('ann')).toContain('record.put-back');
    expect(await story.discrepancies()).toEqual([]);
  });

  it('sees the result just given: the rule sends what belongs to it, and the recall stands (CBR-15)', async () => {
    const rule: RuleInput = {
      name: 'Letters',
      start: 'said',
      tiles: {
        said: { kind: 'result', paths: { later: 'text', none: 'done' }, otherwise: 'done' },
        text: { kind: 'send-sms', from: 'random', text: 'Until soon', next: 'again' },
        again: { kind: 'recontact', after: '5 min' },
        done: { kind: 'end' },
      },
    };
    const story = await journey({
      rule,
      campaign: {
        goal: 'none',
        classifiers: { later: { name: 'Later', recontact: { after: '1 d' } } },
      },
      people: [callee('ann').answers()],
    });

    await story.pass(1800);

    expect(story.messagesTo('ann')).toEqual(['sms']);
    expect(story.callsTo('ann').length).toBe(1);
    const { state, nextContact, current } = await story.recordOf('ann');
    expect([state, current]).toEqual(['recall-scheduled', undefined]);
    expect(new Date(nextContact ?? 0).toISOString().slice(0, 10)).toBe('2026-03-03');
    expect(await story.discrepancies()).toEqual([]);
  });

  it('made private by a classifier is called for its agent alone, and its rule knows (CLS-12, REC-7, CBR-5)', async () => {
    const rule: RuleInput = {
      name: 'Whose',
      start: 'whose',
      tiles: {
        whose: { kind: 'privacy', private: 'mark', other: 'mark-other' },
        mark: { kind: 'add-parameter', to: 'number', name: 'whose', value: 'private', next: 'end' },
        'mark-other': { kind: 'add-parameter', to: 'number', name: 'whose', value: 'other' },
        end: { kind: 'end' },
      },
    };
    const story = await journey({
      rule,
      campaign: {
        goal: 'none',
        classifiers: {
          mine: { name: 'Mine', makesPrivate: true, recontact: { after: '1 h' } },
        },
      },
      people: [callee('ann').answers()],
      agents: ['eva', 'tom', 'ida'],
    });

    await story.pass(4 * 3600);

    const record = await story.recordOf('ann');
    const agents = story.centre.ports.records.attemptsOf(record).map(({ agent }) => agent);
    expect(agents.length).toBeGreaterThan(2);
    expect(new Set(agents)).toEqual(new Set([record.privateTo]));
    expect(record.parameters).toEqual({ whose: 'private' });
    expect(await story.timelineOf('ann')).toContain('record.reserved');
  });

  it('takes the path of a parameter that a rule added to the call before (CBR-15)', async () => {
    const rule: RuleInput = {
      name: 'Marks',
      start: 'marked',
      tiles: {
        marked: {
          ...{ kind: 'parameter', of: 'call', name: 'try' },
          ...{ paths: { first: 'close' }, otherwise: 'mark' },
        },
        mark: { kind: 'add-parameter', to: 'call', name: 'try', value: 'first', next: 'again' },
        again: { kind: 'recontact', after: '1 h' },
        close: { kind: 'close-record' },
      },
    };
    const story = await journey({ rule, people: [callee('ann').ringsOut()] });

    await story.untilQuiet(2);

    expect(await story.recordOf('ann')).toMatchObject({ state: 'closed', attempts: 2 });
  });

  it('goes on in its rule at the trigger when the tile it waits at was taken out (NEW-11)', async () => {
    const first: RuleInput = {
      name: 'Two calls',
      start: 'again',
      tiles: {
        again: { kind: 'recontact', after: '2 h', next: 'second' },
        second: { kind: 'close-record' },
      },
    };
    const other: RuleInput = {
      name: 'Three calls',
      start: 'count',
      tiles: {
        count: { kind: 'attempts', compare: '>= 3', met: 'close', unmet: 'again' },
        again: { kind: 'recontact', after: '1 h' },
        close: { kind: 'close-record' },
      },
    };
    const story = await journey({ rule: first, people: [callee('ann').ringsOut()] });
    await story.pass(600);

    story.centre.ports.definitions.replace(definitions({ rule: other }));
    await story.untilQuiet(2);

    expect(story.callsTo('ann').length).toBe(3);
    const entries = await story.centre.ports.journal.ofRecord(story.refOf('ann'));
    const restarts = entries.flatMap((entry) =>
      entry.type === 'rule.applied' ? [entry.restarted] : [],
    );
    expect(restarts).toEqual([undefined, 'second', undefined]);
    expect((await story.recordOf('ann')).state).toBe('closed');
  });

  it('keeps its place in a rule of which only other tiles changed (NEW-11)', async () => {
    const rule = (after: string): RuleInput => ({
      name: 'Two calls',
      start: 'again',
      tiles: {
        again: { kind: 'recontact', after, next: 'second' },
        second: { kind: 'close-record' },
      },
    });
    const story = await journey({ rule: rule('2 h'), people: [callee('ann').ringsOut()] });
    await story.pass(600);

    story.centre.ports.definitions.replace(definitions({ rule: rule('3 h') }));
    await story.untilQuiet(2);

    expect(story.callsTo('ann')).toEqual([
      '2026-03-02 10:00 not-answered',
      '2026-03-02 12:00 not-answered',
    ]);
    expect((await story.recordOf('ann')).state).toBe('closed');
  });

  it('ends the campaign when it was the last (CAM-29)', async () => {
    const story = await journey({ rule: leaveIt, people: [callee('ann').ringsOut()] });

    await story.untilQuiet(2);

    const { campaigns, journal } = story.centre.ports;
    expect((await campaigns.load(story.refOf('ann').campaign)).state).toBe('ended');
    const told = await journal.ofCampaign(story.refOf('ann').campaign);
    expect(told.map(({ type }) => type)).toEqual([
      'campaign.switched',
      'campaign.exhausted',
      'campaign.switched',
    ]);
  });
});

describe('agents', () => {
  it('are offered a record first; the call follows after the before-call work, to them alone (DIA-1)', async () => {
    const story = await journey({
      outbound: { mode: 'preview', beforeCallWork: '20 s' },
      people: [callee('ann').answers(), callee('ben').answers()],
    });

    await story.pass(120);

    for (const name of ['ann', 'ben']) {
      const [attempt] = story.centre.ports.records.attemptsOf(story.refOf(name));
      const [call] = story.centre.network.callsTo(story.phoneOf(name));
      const entries = await story.centre.ports.journal.ofRecord(story.refOf(name));
      const offered = entries.find((entry) => entry.type === 'record.offered');
      expect(offered).toMatchObject({ agent: call?.agent, seconds: 20 });
      expect((call?.start ?? 0) - (attempt?.orderedAt ?? 0)).toBeGreaterThanOrEqual(20_000);
    }
  });

  it('start the calls themselves where the campaign leaves it to them, and nobody else does (CAM-3)', async () => {
    const people = Array.from({ length: 12 }, (_, i) => callee(`r${i}`).answers());
    const story = await journey({
      ...BY_HAND,
      people,
      agentBehaviour: { offers: { reads: { mean: 30, variation: 0.3 }, skips: 0, ignores: 0 } },
    });

    await story.untilQuiet(1);

    for (const { name } of people) {
      const [call] = story.centre.network.callsTo(story.phoneOf(name));
      const entries = await story.centre.ports.journal.ofRecord(story.refOf(name));
      const told = (type: string) => entries.find((entry) => entry.type === type);
      expect(told('record.offered')).toMatchObject({ agent: call?.agent, starts: 'by-agent' });
      expect(told('offer.taken')).toMatchObject({ agent: call?.agent });
      expect((call?.start ?? 0) - (told('record.offered')?.at ?? 0)).toBeGreaterThan(5_000);
      expect(told('record.classified')).toBeDefined();
    }
    expect(await story.discrepancies()).toEqual([]);
  });

  it('get the next record when they skip one or let its time run out; all are called in the end (CAM-3)', async () => {
    const people = Array.from({ length: 30 }, (_, i) => callee(`r${i}`).answers());
    const story = await journey({
      ...BY_HAND,
      people,
      agentBehaviour: { offers: { reads: { mean: 20, variation: 0.5 }, skips: 0.3, ignores: 0.3 } },
    });

    await story.untilQuiet(1);

    const returned = new Set<string>();
    for (const { name } of people) {
      expect(story.callsTo(name).length).toBe(1);
      for (const entry of await story.centre.ports.journal.ofRecord(story.refOf(name))) {
        if (entry.type === 'offer.returned') returned.add(entry.because);
      }
    }
    expect(returned).toEqual(new Set(['skipped', 'time-over']));
    expect(await story.discrepancies()).toEqual([]);
  });

  it('are never the cause of two calls, whatever is killed or comes twice (CAM-3, DIA-7)', async () => {
    const people = Array.from({ length: 20 }, (_, i) => callee(`r${i}`).answers());
    const faults = { killed: 0.05, redelivered: 0.2, doubled: 0.2, late: 0.2, outOfOrder: 0.2 };
    const story = await journey({ ...BY_HAND, people, centre: { faults } });

    await story.untilQuiet(3);

    expect(story.centre.network.stats().doubleDialed).toBe(0);
    for (const { name } of people) {
      const attempts = story.centre.ports.records.attemptsOf(story.refOf(name));
      const contacts = attempts.filter(({ contact, askedAt }) => contact ?? askedAt);
      expect(story.callsTo(name).length).toBeGreaterThan(0);
      expect(story.callsTo(name).length).toBeLessThanOrEqual(contacts.length);
    }
    expect(await story.discrepancies()).toEqual([]);
  });

  it('are called for as many numbers as the pickup rate says (DIA-2)', async () => {
    const people = Array.from({ length: 20 }, (_, i) => callee(`r${i}`).ringsOut());
    const story = await journey({
      outbound: { mode: 'ratio', pickupRate: '50%' },
      agents: ['eva', 'tom', 'ida'],
      people,
    });

    await story.pass(20);

    expect(story.centre.network.stats().calls).toBe(6);
  });

  it('get one call each in progressive mode', async () => {
    const people = Array.from({ length: 20 }, (_, i) => callee(`r${i}`).ringsOut());
    const story = await journey({ agents: ['eva', 'tom', 'ida'], people });

    await story.pass(20);

    expect(story.centre.network.stats().calls).toBe(3);
  });

  it('own their private records: nobody else is called in (REC-7)', async () => {
    const people = Array.from({ length: 6 }, (_, i) =>
      callee(`r${i}`).answers().with({ privateTo: 'tom' }),
    );
    const story = await journey({ people, agents: ['eva', 'tom', 'ida'] });

    await story.pass(2 * 3600);

    const calls = [...story.centre.network.calls()];
    expect(calls.length).toBe(6);
    expect(new Set(calls.map(({ agent }) => agent))).toEqual(new Set(['tom']));
  });
});

describe('own numbers', () => {
  it('are shown in turn (DIA-4)', async () => {
    const people = Array.from({ length: 4 }, (_, i) => callee(`r${i}`).ringsOut());
    const base = definitions({ outbound: { callerIds: ['main', 'second'] } });
    const second = { number: '+48221230001' };
    const centre = { ...base.centre, numbers: { ...base.centre.numbers, second } };
    const story = await journey({ people, centre: { definitions: { ...base, centre } } });

    await story.pass(300);

    const shown = people.map(
      ({ name }) => story.centre.ports.records.attemptsOf(story.refOf(name))[0]?.sender,
    );
    expect(shown.toSorted()).toEqual(['main', 'main', 'second', 'second']);
  });
});

describe('the rate Connect allows', () => {
  it('is never exceeded, and nobody is left out', async () => {
    const people = Array.from({ length: 60 }, (_, i) => callee(`r${i}`).ringsOut());
    const story = await journey({
      people,
      agents: Array.from({ length: 60 }, (_, i) => `agent${i}`),
      callsPerSecond: 2,
    });

    await story.pass(300);

    const starts = [...story.centre.network.calls()].map(({ start }) => start).toSorted();
    expect(starts.length).toBe(60);
    for (const from of starts) {
      const within = starts.filter((start) => start >= from && start < from + 10_000).length;
      expect(within).toBeLessThanOrEqual(2 * 10 + 2);
    }
  });
});
