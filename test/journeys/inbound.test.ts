// Customers who call, told from the first ring to the end, beside the dialer that works the same
// records. What the flow asks, a test asks on its behalf; what follows, queues, rules and agents
// included, is the centre's.
import { describe, expect, it } from 'vitest';
import type { ContactFacts } from '../../lib/domain/model/contact-facts.ts';
import { contactId } from '../../lib/domain/model/ids.ts';
import type { Instant } from '../../lib/domain/model/instant.ts';
import { callee, type Given, type Journey, journey } from '../support/journey.ts';
import { ref } from '../support/records.ts';

const inbound = { callBack: 'always', lastAgent: '30 s' } as const;

/** A call of the customer, as Connect's flow and events would tell of it. */
class CustomerCall {
  private readonly story: Journey;
  private readonly contact: string;
  private readonly from: string | undefined;
  private attributes: Record<string, string> = { campaign: 'spring' };
  private facts: ContactFacts;

  constructor(story: Journey, from: string | undefined, contact = 'c-1') {
    this.story = story;
    this.from = from;
    this.contact = contact;
    const initiated = story.centre.now();
    this.facts = { contact: contactId(contact), initiated, connectedToSystem: initiated };
  }

  private asking() {
    const from = this.from === undefined ? {} : { from: this.from };
    return { campaign: 'spring', contact: this.contact, ...from, attributes: this.attributes };
  }

  async isAnswered(): Promise<string> {
    const told = await this.story.centre.perform('answer-call', {
      ...this.asking(),
      ivr: 'reception',
    });
    this.attributes = { ...this.attributes, record: told.record, attempt: told.attempt };
    return told.record;
  }

  waitsIn(queue: string) {
    return this.story.centre.perform('route-call', {
      ...this.asking(),
      ivr: 'reception',
      block: 'first',
      queue,
    });
  }

  /** @param moments what happens now @param lost whether the news of it gets lost */
  async now(
    moments: readonly (keyof ContactFacts)[],
    more: Partial<ContactFacts> = {},
    lost = false,
  ) {
    const at: Instant = this.story.centre.now();
    this.facts = {
      ...this.facts,
      ...Object.fromEntries(moments.map((name) => [name, at])),
      ...more,
    };
    if (!lost) await this.story.centre.perform('contact-events', this.facts);
  }
}

const busy: Partial<Given> = { inbound, agents: ['eva', 'tom'] };

describe('a customer who calls', () => {
  it('and reaches nobody is called back by the dialer, once (INB-13)', async () => {
    const story = await journey({ ...busy, people: [callee('ann').ringsOut().answers()] });
    await story.pass(120);
    const call = new CustomerCall(story, story.phoneOf('ann'));

    const record = await call.isAnswered();
    await story.pass(90);
    const during = story.callsTo('ann').length;
    await call.now(['disconnected']);
    await story.pass(1800);

    expect(record).toBe('ann');
    expect(during).toBe(1);
    expect(story.callsTo('ann')).toEqual([
      '2026-03-02 10:00 not-answered',
      '2026-03-02 10:03 answered',
    ]);
    expect(await story.timelineOf('ann')).toEqual([
      'record.added',
      'call.ordered',
      'call.placed',
      'call.ended',
      'attempt.settled',
      'rule.applied',
      'record.recall-scheduled',
      'call.received',
      'call.ended',
      'call.missed',
      'record.recall-scheduled',
      'attempt.settled',
      'call.ordered',
      'call.placed',
      'call.answered',
      'call.routed',
      'call.answered',
      'call.ended',
      'record.classified',
      'record.closed',
      'attempt.settled',
      'rule.applied',
    ]);
    expect(await story.discrepancies()).toEqual([]);
  });

  it('and speaks with an agent is not dialed any more (CLS-3)', async () => {
    const story = await journey({ ...busy, people: [callee('ann').ringsOut()] });
    await story.pass(120);
    const call = new CustomerCall(story, story.phoneOf('ann'));
    await call.isAnswered();

    const waits = await call.waitsIn('sales');
    await call.now(['enqueued'], { queue: 'sales' });
    await story.pass(20);
    await call.now(['connectedToAgent'], { agent: 'eva' as never });
    await story.pass(60);
    await call.now(['disconnected']);
    const classified = await story.centre.perform('classify-record', {
      campaign: 'spring',
      record: 'ann',
      attempt: 'in-c-1',
      classifier: 'refused',
      agent: 'eva',
      fields: {},
    });
    await story.pass(86_400);

    expect(waits).toEqual({ level: '5', reserve: 'none', agent: 'none' });
    expect(classified).toEqual({ kind: 'classified' });
    expect(story.callsTo('ann').length).toBe(1);
    expect(await story.recordOf('ann')).toMatchObject({
      state: 'closed',
      endings: { 'not-answered': 1 },
    });
    expect(await story.discrepancies()).toEqual([]);
  });

  it('is reserved for the agent of the last conversation (INB-10)', async () => {
    const later = { later: { name: 'Later', recontact: { after: '1 d' } } } as const;
    const story = await journey({
      ...busy,
      agents: ['eva'],
      campaign: { goal: 'none', classifiers: later },
      people: [callee('ann').answers()],
    });
    await story.pass(900);
    const call = new CustomerCall(story, story.phoneOf('ann'));
    await call.isAnswered();

    const waits = await call.waitsIn('sales');

    expect((await story.recordOf('ann')).lastAgent).toBe('eva');
    expect(waits).toEqual({ level: '5', reserve: 'last', agent: 'eva' });
  });

  it('whose events all got lost is settled by the sweeper, and the record goes on', async () => {
    const story = await journey({ ...busy, people: [callee('ann').ringsOut().answers()] });
    await story.pass(120);
    const call = new CustomerCall(story, story.phoneOf('ann'));
    await call.isAnswered();

    await call.now(['disconnected'], {}, true);
    await story.pass(4 * 3600);

    expect((await story.timelineOf('ann')).filter((type) => type === 'call.missed')).toHaveLength(
      1,
    );
    expect(story.callsTo('ann').length).toBe(2);
    expect(await story.discrepancies()).toEqual([]);
  });

  it('nobody knows keeps the campaign open, and is no work for the dialer', async () => {
    const story = await journey({
      ...busy,
      people: [callee('ann').answers()],
      inbound: { callBack: 'never' },
    });
    const call = new CustomerCall(story, undefined, 'c-9');
    const record = await call.isAnswered();

    await call.now(['disconnected']);
    await story.pass(7200);

    const state = await story.centre.ports.campaigns.load(ref('spring', '').campaign);
    expect(record).toBe('call-c-9');
    expect(state.state).toBe('running');
    expect((await story.recordOf('call-c-9')).state).toBe('closed');
    expect(await story.discrepancies()).toEqual([]);
  });

  it('is kept count of, whatever order, number and fate the news of the calls have', async () => {
    const people = ['ann', 'ben', 'cid', 'dan'].map((name) => callee(name).ringsOut().answers());
    const story = await journey({ ...busy, people });
    const names = ['ann', 'ben', 'cid', 'dan', 'ann', 'ben'];
    for (const [n, name] of names.entries()) {
      await story.pass(400 + n * 37);
      const call = new CustomerCall(story, story.phoneOf(name), `c-${n}`);
      await call.isAnswered();
      await call.isAnswered();
      await story.pass(30);
      if (n % 2 === 0) await call.now(['enqueued'], { queue: 'sales' }, n === 4);
      if (n % 3 === 0) await call.now(['connectedToAgent'], { agent: 'tom' as never });
      await story.pass(25);
      await call.now(['disconnected']);
      await call.now([]);
      if (n % 3 === 0) await call.now(['wrapUpEnded']);
    }

    await story.pass(86_400);

    expect(await story.discrepancies()).toEqual([]);
    const counts = await story.centre.ports.records.counts(ref('spring', '').campaign);
    expect([counts['inbound:answered'], counts['inbound:abandoned']]).toEqual([2, 4]);
  });
});
