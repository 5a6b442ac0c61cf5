// Telling pages of changes.
import { describe, expect, it } from 'vitest';
import { pushChanges } from '../../../../lib/application/live/push-changes.ts';
import { memoryPorts } from '../../../../lib/simulation/memory/ports.ts';
import { VirtualClock } from '../../../../lib/simulation/virtual-clock.ts';
import { definitions } from '../../../support/definitions.ts';
import { at, NOW } from '../../../support/records.ts';

const LINES = [
  { id: 'spring/ann.000000003.00', campaign: 'spring', record: 'ann', entry: { agent: 'anna' } },
];
const ALL = { campaigns: 'all' } as const;
const ports = () => memoryPorts({ time: new VirtualClock(NOW), definitions: definitions() });

describe('telling pages of changes', () => {
  it('tells each page what concerns it, in one word', async () => {
    const all = ports();
    const { admissions, announcer } = all;
    await admissions.join({ connection: 'c-1', since: NOW, watch: ALL });
    await admissions.join({ connection: 'c-2', since: NOW, watch: { campaigns: ['autumn'] } });
    await admissions.join({
      connection: 'c-3',
      since: NOW,
      watch: { campaigns: [], agent: 'anna' },
    });

    expect(await pushChanges({ lines: LINES, agents: false }, all)).toEqual({ told: 2, gone: 0 });

    expect(announcer.told).toEqual([
      { connection: 'c-1', text: '{"changed":[{"campaign":"spring","records":{"ann":3}}]}' },
      { connection: 'c-3', text: '{"changed":[],"desk":true}' },
    ]);
  });

  it('tells supervisors that agents come and go, and no agent', async () => {
    const all = ports();
    await all.admissions.join({ connection: 'c-1', since: NOW, watch: ALL });
    const eva = { campaigns: [], agent: 'eva' };
    await all.admissions.join({ connection: 'c-2', since: NOW, watch: eva });

    expect(await pushChanges({ lines: [], agents: true }, all)).toEqual({ told: 1, gone: 0 });

    expect(all.announcer.told).toEqual([
      { connection: 'c-1', text: '{"changed":[],"agents":true}' },
    ]);
  });

  it('forgets a connection that is gone', async () => {
    const all = ports();
    await all.admissions.join({ connection: 'c-1', since: at(-60), watch: ALL });
    all.announcer.lose('c-1');

    expect(await pushChanges({ lines: LINES, agents: false }, all)).toEqual({ told: 0, gone: 1 });

    expect(await all.watchers.all(NOW)).toEqual([]);
  });

  it('keeps one that is just being made, which the gateway calls gone, too', async () => {
    const all = ports();
    await all.admissions.join({ connection: 'c-1', since: at(-1), watch: ALL });
    all.announcer.lose('c-1');

    await pushChanges({ lines: LINES, agents: false }, all);

    expect(await all.watchers.all(NOW)).toHaveLength(1);
  });
});
