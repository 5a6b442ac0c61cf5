import { describe, expect, it } from 'vitest';
import { changeLedger } from '../../../../lib/application/ledger/change-ledger.ts';
import { TASKS, type TaskInput } from '../../../../lib/application/tasks/tasks.ts';
import { memoryPorts } from '../../../../lib/simulation/memory/ports.ts';
import { definitions } from '../../../support/definitions.ts';
import { at, NOW } from '../../../support/records.ts';

const ANN = '+48600100200';
const ports = () => memoryPorts({ time: { now: () => NOW }, definitions: definitions() });
const asked = (input: object): TaskInput<'change-ledger'> =>
  TASKS['change-ledger'].input.parse({ by: 'olga', ...input });
const listing = { kind: 'blacklist', reason: 'asked for it' };

describe('the ledger (REC-13, NEW-8)', () => {
  it('takes a number in any spelling of the international form', async () => {
    const world = ports();

    const answer = await changeLedger(
      asked({ address: '+48 600-100-200', change: listing }),
      world,
    );

    expect(answer).toEqual({ kind: 'changed' });
    expect((await world.ledger.page(ANN)).blacklist).toEqual(
      [{ kind: 'blacklist', reason: 'asked for it', by: 'olga', at: NOW }].map(
        ({ kind: _, ...entry }) => entry,
      ),
    );
  });

  it('says when nothing changes', async () => {
    const world = ports();
    await changeLedger(asked({ address: ANN, change: listing }), world);

    expect(await changeLedger(asked({ address: ANN, change: listing }), world)).toEqual({
      kind: 'unchanged',
    });
    expect(
      await changeLedger(asked({ prefix: '+4870', change: { kind: 'allow' } }), world),
    ).toEqual({ kind: 'unchanged' });
  });

  it('keeps a consent and its withdrawal', async () => {
    const world = ports();
    const change = (given: object) =>
      changeLedger(asked({ address: 'Ann@example.org', change: given }), world);

    await change({ kind: 'consent', channel: 'email', source: 'web form', at: at(-60) });
    await change({ kind: 'withdraw', channel: 'email' });

    expect((await world.ledger.page('ann@example.org')).consents).toMatchObject([
      { purpose: 'marketing', channel: 'email', at: at(-60), withdrawn: { at: NOW, by: 'olga' } },
    ]);
  });

  it('puts prefixes on the blacklist and takes them off', async () => {
    const world = ports();
    const blocked = async () =>
      (await world.ledger.standings([ANN])).get(ANN)?.blacklist.map(({ reason }) => reason);

    await changeLedger(asked({ prefix: '+48600', change: listing }), world);
    const before = await blocked();
    await changeLedger(asked({ prefix: '+48600', change: { kind: 'allow' } }), world);

    expect(before).toEqual(['asked for it']);
    expect(await blocked()).toEqual([]);
  });

  it.each([
    [{ address: 'nobody', change: listing }, 'neither a telephone number'],
    [{ address: ANN, change: { ...listing, campaign: 'autumn' } }, "no campaign 'autumn'"],
    [{ address: ANN, change: { ...listing, until: NOW } }, 'over already'],
  ])('refuses %j', async (input, reason) => {
    const answer = await changeLedger(asked(input), ports());

    expect(answer).toEqual({ kind: 'refused', reasons: [expect.stringContaining(reason)] });
  });
});
