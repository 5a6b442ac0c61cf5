import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const lines = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('');
const numbers = (count: number, connect = '') =>
  [
    'numbers:\n',
    `${connect}numbers:\n${lines(count, (n) => `  own-${n}: { claim: { country: GB } }\n`)}`,
  ] as const;
const queues = (count: number) => ({
  'queues.yaml': `sales: { groups: [sales], hours: office }\n${lines(
    count - 1,
    (n) => `more-${n}: { groups: [sales], hours: office }\n`,
  )}`,
});
const overQuota = (edits: Parameters<typeof found>[0]) =>
  found(edits).filter((line) => line.includes('over-quota'));

describe('over-quota', () => {
  it('reports more numbers to be claimed than a new instance allows', () => {
    expect(overQuota({ 'centre.yaml': numbers(6) })).toEqual([
      'centre.yaml:5:1 over-quota: 6 numbers to be claimed, where Connect allows 5',
    ]);
  });

  it('accepts five, and more where AWS has raised the quota', () => {
    const raised = 'connect: { quotas: { numbers: 8 } }\n';

    expect(overQuota({ 'centre.yaml': numbers(5) })).toEqual([]);
    expect(overQuota({ 'centre.yaml': numbers(8, raised) })).toEqual([]);
    expect(overQuota({ 'centre.yaml': numbers(9, raised) })).toHaveLength(1);
  });

  it('reports a group that serves more queues than a routing profile takes', () => {
    expect(overQuota(queues(51))).toEqual([
      "groups.yaml:1:1 over-quota: 51 queues of group 'sales', where Connect allows 50",
    ]);
    expect(overQuota(queues(50))).toEqual([]);
  });

  it('reports more queues than an instance allows', () => {
    expect(overQuota(queues(101))).toContain(
      'queues.yaml:1:1 over-quota: 101 queues, where Connect allows 100',
    );
  });
});
