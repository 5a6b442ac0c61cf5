import { describe, expect, it } from 'vitest';
import { authoriseCaller } from '../../../../lib/application/inbound/authorise-caller.ts';
import type { ServiceAnswer } from '../../../../lib/application/ports/services.ts';
import { sweeper } from '../../../../lib/application/sweeping/sweeper.ts';
import type { CentreInput } from '../../../support/definitions.ts';
import { at, ref } from '../../../support/records.ts';
import { dyingAfter, EVA, type Floor } from '../a-floor.ts';
import { aReception, Caller, entryOf, phoneOf, typesOf } from './a-caller.ts';

const asking = {
  first: {
    kind: 'authorise',
    ask: 'Your number?',
    field: 'client',
    success: 'bye',
    failure: 'bye',
  },
} as const;
const byNumber = { first: { kind: 'authorise', success: 'bye', failure: 'bye' } } as const;
const fields = { name: { significant: true }, client: {} };
const campaign = { fields };

async function stranger(input: CentreInput = {}): Promise<{ floor: Floor; caller: Caller }> {
  const floor = await aReception({ campaign, blocks: asking, ...input });
  await floor.add('ann', { fields: { client: '1234-56' } });
  await floor.add('ben', { fields: { client: '777' } });
  const caller = new Caller(floor, '+48600999888');
  await caller.call();
  return { floor, caller };
}

const keyed = (caller: Caller, digits?: string) => ({
  ...caller.at('first'),
  digits,
});

describe('authorise by what the caller keys (IVR-5)', () => {
  it('moves the call to the record whose field it is', async () => {
    const { floor, caller } = await stranger();

    const told = await authoriseCaller(keyed(caller, '123456'), floor.ports);

    expect(told).toMatchObject({
      outcome: 'success',
      identity: 'one',
      record: 'ann',
      attempt: 'in-c-1',
    });
    expect(await floor.record('ann')).toMatchObject({
      state: 'being-contacted',
      current: { attempt: 'in-c-1' },
    });
    expect(await entryOf(floor, 'ann', 'call.received')).toMatchObject({ movedFrom: 'call-c-1' });
    expect((await floor.record('call-c-1')).state).toBe('closed');
    expect(await typesOf(floor, 'call-c-1')).toEqual([
      'call.received',
      'call.moved',
      'record.closed',
    ]);
  });

  it('lets the events of the call go to the recognised record alone', async () => {
    const { floor, caller } = await stranger();
    await authoriseCaller(keyed(caller, '123456'), floor.ports);

    await caller.talksWith('eva');

    expect((await floor.record('ann')).state).toBe('in-wrap-up');
    expect((await floor.record('call-c-1')).state).toBe('closed');
    expect(await floor.ports.records.counts(ref('spring', '').campaign)).toMatchObject({
      'being-contacted': 1,
      closed: 1,
    });
  });

  it('is done once, however often Connect asks', async () => {
    const { floor, caller } = await stranger();

    const first = await authoriseCaller(keyed(caller, '123456'), floor.ports);
    const again = await authoriseCaller(keyed(caller, '123456'), floor.ports);

    expect(again).toEqual(first);
    expect((await typesOf(floor, 'ann')).length).toBe(1);
  });

  it('is finished by the next try after a run that died half-way', async () => {
    const { floor, caller } = await stranger();
    const dying = dyingAfter(floor.ports, ({ record }) => record === 'ann');
    await expect(authoriseCaller(keyed(caller, '123456'), dying)).rejects.toThrow('killed');

    const told = await authoriseCaller(keyed(caller, '123456'), floor.ports);

    expect(told).toMatchObject({ outcome: 'success', record: 'ann' });
    expect((await floor.record('call-c-1')).state).toBe('closed');
    expect((await floor.record('ann')).current?.attempt).toBe('in-c-1');
  });

  it('is finished by the sweeper when nobody asks again', async () => {
    const { floor, caller } = await stranger();
    const dying = dyingAfter(floor.ports, ({ record }) => record === 'ann');
    await expect(authoriseCaller(keyed(caller, '123456'), dying)).rejects.toThrow('killed');
    await caller.hangsUp();

    floor.waitUntil(3700);
    await sweeper({}, floor.ports);

    expect((await floor.record('call-c-1')).state).toBe('closed');
    expect(await typesOf(floor, 'call-c-1')).not.toContain('call.missed');
    expect(await typesOf(floor, 'ann')).toContain('call.missed');
  });

  it('brings a call back to a record it had left before', async () => {
    const { floor, caller } = await stranger();
    caller.learns(await authoriseCaller(keyed(caller, '123456'), floor.ports));
    caller.learns(await authoriseCaller(keyed(caller, '777'), floor.ports));

    const told = await authoriseCaller(keyed(caller, '123456'), floor.ports);
    caller.learns(told);
    await caller.talksWith('eva');

    expect(told).toMatchObject({ outcome: 'success', record: 'ann' });
    expect((await floor.record('ann')).state).toBe('in-wrap-up');
    expect((await floor.record('ben')).state).toBe('new');
  });

  it.each([
    ['nothing was keyed', undefined],
    ['nobody has the value', '999'],
  ])('fails when %s; the call stays where it was', async (_, digits) => {
    const { floor, caller } = await stranger();

    const told = await authoriseCaller(keyed(caller, digits), floor.ports);

    expect(told).toMatchObject({ outcome: 'failure', record: 'call-c-1', identity: 'none' });
  });

  it('tells several with the same value apart by the number, or not at all', async () => {
    const { floor } = await stranger();
    await floor.add('cid', { fields: { client: '777' } });
    const ben = new Caller(floor, await phoneOf(floor, 'ben'), 'c-2');
    await ben.call();
    const other = new Caller(floor, '+48600999111', 'c-3');
    await other.call();

    const told = [
      await authoriseCaller(keyed(ben, '777'), floor.ports),
      await authoriseCaller(keyed(other, '777'), floor.ports),
    ];

    expect(told.map(({ outcome }) => outcome)).toEqual(['success', 'failure']);
    expect(told[0]?.record).toBe('ben');
  });

  it('finds a record by what an agent has written since', async () => {
    const { floor, caller } = await stranger();
    const before = await floor.record('ben');
    const after = { ...before, version: before.version + 1, fields: { client: '555' } };
    await floor.ports.records.commit({ before, after, entries: [] });

    const told = [
      await authoriseCaller(keyed(caller, '777'), floor.ports),
      await authoriseCaller(keyed(caller, '555'), floor.ports),
    ];

    expect(told.map(({ outcome }) => outcome)).toEqual(['failure', 'success']);
  });

  it('does not take a record from the dialer: the call stands beside', async () => {
    const floor = await aReception({ campaign, blocks: asking, free: [EVA] });
    await floor.add('ann', { fields: { client: '1' } });
    await floor.order();
    const caller = new Caller(floor, '+48600999888');
    await caller.call();

    const told = await authoriseCaller(keyed(caller, '1'), floor.ports);

    expect(told).toMatchObject({ outcome: 'success', record: 'ann' });
    expect((await floor.record('ann')).current?.phase).toBe('ordered');
  });

  it('recognises a caller whom nothing was known of, because taking them in had failed', async () => {
    const { floor } = await stranger();
    const caller = new Caller(floor, '+48600999111', 'c-7');

    const told = await authoriseCaller(keyed(caller, '777'), floor.ports);

    expect(told).toMatchObject({ outcome: 'success', record: 'ben', attempt: 'in-c-7' });
  });
});

describe('authorise by the number (IVR-5)', () => {
  it('succeeds for the one record with it, and fails for strangers', async () => {
    const floor = await aReception({ blocks: byNumber, records: ['ann'] });
    const ann = new Caller(floor, await phoneOf(floor, 'ann'));
    await ann.call();
    const other = new Caller(floor, '+48600999888', 'c-2');
    await other.call();

    const told = [
      await authoriseCaller(keyed(ann), floor.ports),
      await authoriseCaller(keyed(other), floor.ports),
    ];

    expect(told.map(({ outcome }) => outcome)).toEqual(['success', 'failure']);
  });
});

describe('authorise by another system (INB-14)', () => {
  const authorisation = {
    request: {
      method: 'POST',
      url: 'https://crm.example.org/who',
      body: '{"phone":"{{ caller }}","keyed":"{{ entered }}"}',
      secret: { name: 'crm' },
    },
    record: 'client.id',
    field: 'client',
  } as const;
  const external = { inbound: { authorisation } } as const;

  async function answered(answer: ServiceAnswer) {
    const { floor, caller } = await stranger(external);
    floor.ports.secrets.set('crm', 'Bearer s3cret');
    floor.ports.services.answerWith(() => answer);
    const told = await authoriseCaller(keyed(caller, '42'), floor.ports);
    return { floor, told };
  }

  it('asks it with the number, the digits and the secret, and takes its word', async () => {
    const body = { client: { id: 777 } };

    const { floor, told } = await answered({ kind: 'answered', status: 200, body });

    expect(told).toMatchObject({ outcome: 'success', record: 'ben' });
    expect(floor.ports.services.asked).toEqual([
      {
        method: 'POST',
        url: 'https://crm.example.org/who',
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          authorization: 'Bearer s3cret',
        },
        body: '{"phone":"+48600999888","keyed":"42"}',
        timeout: 5,
      },
    ]);
  });

  it.each<[string, ServiceAnswer]>([
    ['is not there', { kind: 'failed', because: 'x' }],
    ['refuses', { kind: 'answered', status: 404, body: undefined }],
    ['names nobody', { kind: 'answered', status: 200, body: {} }],
    [
      'names somebody we do not know',
      { kind: 'answered', status: 200, body: { client: { id: 'x' } } },
    ],
  ])('fails when it %s', async (_, answer) => {
    const { told } = await answered(answer);

    expect(told).toMatchObject({ outcome: 'failure', record: 'call-c-1' });
  });
});

describe('authorise in an IVR that was changed meanwhile', () => {
  it('fails for a block that is gone', async () => {
    const { floor, caller } = await stranger();

    const told = await authoriseCaller({ ...keyed(caller, '777'), block: 'gone' }, floor.ports);

    expect(told).toMatchObject({ outcome: 'failure' });
    expect((await floor.record('call-c-1')).current?.since).toBe(at(0));
  });
});
