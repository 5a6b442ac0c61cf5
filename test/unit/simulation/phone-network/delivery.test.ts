import { describe, expect, it } from 'vitest';
import { aPhoneNetwork, story } from './a-phone-network.ts';

const ANN = '+48221000001';
const scripts = { [ANN]: ['answers'] } as const;
const none = { late: 0, doubled: 0, outOfOrder: 0 };

function heard(faults: Partial<typeof none & { lost: number }>, seed: string) {
  const net = aPhoneNetwork({ scripts, seed, options: { faults: { ...none, ...faults } } });
  net.network.startShift();
  net.run(0);
  const contact = net.dial(ANN);
  net.run(600);
  return story(net, contact).map((line) => line.split(' ')[1] ?? '');
}

const IN_ORDER = [
  'INITIATED',
  'CONNECTED_TO_SYSTEM',
  'QUEUED',
  'CONNECTED_TO_AGENT',
  'DISCONNECTED',
  'COMPLETED',
];

describe('contact events', () => {
  it('arrive once and in order without faults', () => {
    expect(heard({}, 'a')).toEqual(IN_ORDER);
  });

  it('arrive twice when doubled', () => {
    expect(heard({ doubled: 1 }, 'a').toSorted()).toEqual([...IN_ORDER, ...IN_ORDER].toSorted());
  });

  it('arrive in another order when late, but all of them', () => {
    const late = heard({ late: 1 }, 'a');

    expect(late).not.toEqual(IN_ORDER);
    expect(late.toSorted()).toEqual(IN_ORDER.toSorted());
  });

  it('overtake each other when out of order', () => {
    const orders = ['a', 'b', 'c', 'd'].map((seed) => heard({ outOfOrder: 1 }, seed).join(' '));

    expect(orders.some((order) => order !== IN_ORDER.join(' '))).toBe(true);
  });

  it('never arrive when lost', () => {
    expect(heard({ lost: 1 }, 'a')).toEqual([]);
  });

  it('replay alike with one seed', () => {
    const faults = { late: 0.3, doubled: 0.3, outOfOrder: 0.3 };

    expect(heard(faults, 'x')).toEqual(heard(faults, 'x'));
  });
});
