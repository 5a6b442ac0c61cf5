import { describe, expect, it } from 'vitest';
import { linkConnect } from '../../../../lib/application/deployment/link-connect.ts';
import type { ConnectLink } from '../../../../lib/application/tasks/tasks.ts';
import { memoryConnectLinks } from '../../../../lib/simulation/memory/connect-links.ts';

const number: ConnectLink = { kind: 'number-to-flow', number: 'n1', flow: 'f1' };
const queue = (...quickConnects: string[]): ConnectLink => ({
  kind: 'queue-to-quick-connects',
  queue: 'q1',
  quickConnects,
});

describe('a link of the deployment', () => {
  it('leads a number to its flow, and to another when the definitions say so', async () => {
    const links = memoryConnectLinks();

    await linkConnect({ link: number, to: 'linked' }, { links });
    const changed = { ...number, flow: 'f2' };
    await linkConnect({ link: changed, before: number, to: 'linked' }, { links });

    expect([...links.flows]).toEqual([['n1', 'f2']]);
  });

  it('that leaves the definitions is taken away', async () => {
    const links = memoryConnectLinks();
    await linkConnect({ link: number, to: 'linked' }, { links });
    await linkConnect({ link: queue('a', 'b'), to: 'linked' }, { links });

    await linkConnect({ link: number, to: 'unlinked' }, { links });
    await linkConnect({ link: queue('a', 'b'), to: 'unlinked' }, { links });

    expect([...links.flows]).toEqual([]);
    expect([...(links.quickConnects.get('q1') ?? [])]).toEqual([]);
  });

  it('takes the quick connects that are no longer named, and those only', async () => {
    const links = memoryConnectLinks();
    await linkConnect({ link: queue('a', 'b'), to: 'linked' }, { links });

    await linkConnect({ link: queue('b', 'c'), before: queue('a', 'b'), to: 'linked' }, { links });

    expect([...(links.quickConnects.get('q1') ?? [])]).toEqual(['b', 'c']);
  });

  it('of another queue than before leaves the old one to its own deletion', async () => {
    const links = memoryConnectLinks();
    const old: ConnectLink = { ...queue('a'), queue: 'q0' } as ConnectLink;
    await linkConnect({ link: old, to: 'linked' }, { links });

    await linkConnect({ link: queue('b'), before: old, to: 'linked' }, { links });

    expect([...(links.quickConnects.get('q0') ?? [])]).toEqual(['a']);
  });
});
