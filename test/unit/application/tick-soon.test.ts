// Records stored by a person or a file do not wait for the next run of the sweeper.
import { expect, it } from 'vitest';
import { importContacts } from '../../../lib/application/imports/import-contacts.ts';
import { updateRecords } from '../../../lib/application/records/update-records.ts';
import { tickForChange, tickSoon } from '../../../lib/application/tick-soon.ts';
import { FANOUT_SECONDS } from '../../../lib/domain/pacing/tick-grid.ts';
import { apiOver, tokenOf } from '../../support/api.ts';
import { aRecord, at, changed, taken } from '../../support/records.ts';
import { aFloor, type Floor, SPRING } from './a-floor.ts';

/** Ticks that `work` sends. */
async function ticksOf(floor: Floor, work: () => Promise<unknown>) {
  const before = floor.ports.tickQueue.sent.length;
  await work();
  return floor.ports.tickQueue.sent.slice(before);
}

it('a tick is sent for what is due before the sweeper runs again, and for nothing later', async () => {
  const floor = await aFloor();
  const due = [undefined, at(-5), at(30), at(FANOUT_SECONDS - 1), at(FANOUT_SECONDS)];

  const sent = await ticksOf(floor, async () => {
    for (const moment of due) await tickSoon(SPRING, moment, floor.ports);
  });

  expect(sent).toEqual([
    { body: SPRING, delay: 1, due: at(-5) },
    { body: SPRING, delay: 30, due: at(30) },
    { body: SPRING, delay: FANOUT_SECONDS - 1, due: at(FANOUT_SECONDS - 1) },
  ]);
});

it('a change sends one where its record comes to wait for a call that is due soon', async () => {
  const floor = await aFloor();
  const before = taken(aRecord('ann'));
  const waiting = { ...before, current: undefined };
  const changes = [
    changed(waiting, { nextContact: at(60) }),
    changed(before, { nextContact: at(60) }),
    changed(waiting, { nextContact: at(FANOUT_SECONDS) }),
  ];

  const sent = await ticksOf(floor, async () => {
    for (const after of changes) await tickForChange({ before, after, entries: [] }, floor.ports);
  });

  expect(sent).toEqual([{ body: SPRING, delay: 60, due: at(60) }]);
});

it.each([
  ['running', 1],
  ['paused', 0],
] as const)('a record put back in a campaign that is %s causes %d ticks', async (state, ticks) => {
  const floor = await aFloor();
  await floor.add('ann', { state: 'set-aside', nextContact: undefined as never });
  if (state === 'paused') await floor.switchTo(state);
  const putBack = { campaign: 'spring', records: ['ann'], by: 'olga' };

  const sent = await ticksOf(floor, () =>
    updateRecords({ ...putBack, change: { kind: 'put-back' } }, floor.ports),
  );

  expect(sent).toEqual(
    Array.from({ length: ticks }, () => ({ body: SPRING, delay: 1, due: at(0) })),
  );
});

it('people of a file imported into a running campaign cause one tick (REC-10)', async () => {
  const floor = await aFloor();
  const key = 'imports/spring/people.csv';
  floor.ports.files.put(key, 'Name;Phone;E-mail\nAnn;600100001;\nBen;600100002;\n');
  const order = { campaign: 'spring', key };

  const first = await ticksOf(floor, () => importContacts(order, floor.ports));
  const again = await ticksOf(floor, () => importContacts(order, floor.ports));

  expect([first, again]).toEqual([[{ body: SPRING, delay: 1, due: at(0) }], []]);
});

it('a person added over the API causes one tick, one who is there already none (REC-14)', async () => {
  const floor = await aFloor();
  const api = apiOver(floor.ports);
  const add = () =>
    api.ask(tokenOf.administrator, 'addRecords', {
      ...{ params: { campaign: 'spring' }, body: { records: [{ phones: ['600100200'] }] } },
    });

  const [first, again] = [await ticksOf(floor, add), await ticksOf(floor, add)];

  expect([first, again]).toEqual([[{ body: SPRING, delay: 1, due: at(0) }], []]);
});
