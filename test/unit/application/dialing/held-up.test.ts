import { describe, expect, it } from 'vitest';
import { classifyRecord } from '../../../../lib/application/classification/classify-record.ts';
import { dialerTick } from '../../../../lib/application/dialing/dialer-tick.ts';
import { attemptId } from '../../../../lib/domain/model/ids.ts';
import { definitions } from '../../../support/definitions.ts';
import { anAttempt, at, changed, ref } from '../../../support/records.ts';
import { aFloor, EVA, type Floor, SPRING, TOM } from '../a-floor.ts';

/** In preview; Eva has left these records unhandled. */
async function withUnhandled(names: readonly string[], records = ['ann', 'ben']): Promise<Floor> {
  const floor = await aFloor({
    campaign: { unhandled: { most: 2, until: 0 } },
    outbound: { mode: 'preview' },
    free: [EVA],
    records,
  });
  for (const name of names) {
    const record = await floor.add(name, { nextContact: undefined });
    const attempt = anAttempt(record, `call-${name}`, {
      ...{ agent: EVA, status: 'answered', settled: true, ruleApplied: true },
      timestamps: { connectedToAgent: at(-60), disconnected: at(-30) },
    });
    const unhandled = { attempt: attempt.id, agent: EVA, since: at(-20) };
    await floor.ports.records.commit({
      before: record,
      after: changed(record, { state: 'unhandled', unhandled, lastAgent: EVA }),
      entries: [],
      attempt: { before: undefined, after: attempt },
    });
  }
  return floor;
}
const offered = ({ ports }: Floor) => ports.telephony.placed.map(({ ref }) => ref.record);
const classified = (floor: Floor, name: string) =>
  classifyRecord(
    {
      ...{ campaign: SPRING, record: ref('spring', name).record, classifier: 'sold', fields: {} },
      ...{ attempt: attemptId(`call-${name}`), agent: EVA },
    },
    floor.ports,
  );

describe('an agent with too many unhandled records (CAM-6, CAM-7)', () => {
  it('is offered no further one, and those below the limit are', async () => {
    const full = await withUnhandled(['x', 'y']);
    const below = await withUnhandled(['x']);

    await full.tick();
    await below.tick();

    expect(offered(full)).toEqual([]);
    expect((await full.ports.campaigns.load(SPRING)).heldUp).toEqual([EVA]);
    expect(offered(below)).toEqual(['ann']);
  });

  it('is offered records again when so few are left as the threshold says', async () => {
    const floor = await withUnhandled(['x', 'y']);
    await floor.tick();

    expect(await classified(floor, 'x')).toEqual({ kind: 'classified' });
    floor.waitUntil(10);
    await floor.tick();
    expect(offered(floor)).toEqual([]);

    await classified(floor, 'y');
    floor.waitUntil(20);
    await floor.tick();
    expect(offered(floor)).toEqual(['ann']);
    expect((await floor.ports.campaigns.load(SPRING)).heldUp).toEqual([]);
  });

  it('is not held up any more once a deployment has taken the limit out', async () => {
    const floor = await withUnhandled(['x', 'y']);
    await floor.tick();
    const without = definitions({ outbound: { mode: 'preview' } });
    const definitionsOf = { ...floor.ports.definitions, definitions: () => without };
    const ports = { ...floor.ports, definitions: definitionsOf };

    floor.waitUntil(10);
    await dialerTick({ campaign: 'spring' }, ports);

    expect(offered(floor)).toEqual(['ann']);
    expect((await floor.ports.campaigns.load(SPRING)).heldUp).toEqual([]);
  });

  it('leaves the work to the others', async () => {
    const floor = await withUnhandled(['x', 'y']);
    await floor.agent(TOM);

    await floor.tick();

    expect((await floor.record('ann')).current?.offeredTo).toBe(TOM);
    expect(offered(floor)).toEqual(['ann']);
  });

  it('gets no private record either: it waits, and the timeline says why', async () => {
    const floor = await withUnhandled(['x', 'y'], []);
    await floor.add('ann', { privateTo: EVA });
    await floor.agent(TOM);

    await floor.tick();

    const entries = await floor.ports.journal.ofRecord(ref('spring', 'ann'));
    const last = entries.at(-1);
    expect(last?.type === 'record.postponed' && last.gates.at(-1)).toEqual({
      ...{ gate: 'own-agent-free', passed: false, wanted: 'eva' },
      saw: 'has too many unhandled records',
    });
  });
});
