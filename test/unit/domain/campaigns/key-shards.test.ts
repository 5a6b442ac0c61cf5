import { expect, it } from 'vitest';
import { keyShardsOf } from '../../../../lib/domain/campaigns/key-shards.ts';
import { definitions } from '../../../support/definitions.ts';

it('keeps one key in a centre of up to a hundred contacts a second, and adds one for each hundred more', () => {
  const { centre, groups } = definitions();
  const shards = (callsPerSecond: number) =>
    keyShardsOf({
      centre: { ...centre, connect: { ...centre.connect, callsPerSecond } },
      groups,
    });

  expect([2, 97, 99, 197, 1000].map(shards)).toEqual([1, 1, 2, 2, 11]);
});

it('counts what agents, texts and e-mails add, for calls that come in are not limited', () => {
  const { centre } = definitions();
  const agents = Array.from({ length: 3000 }, (_, n) => `agent-${n}`);
  const busy = {
    ...centre,
    sms: { ...centre.sms, messagesPerSecond: 50 },
    email: { ...centre.email, recipientsPerSecond: 100 },
  };

  expect(keyShardsOf({ centre, groups: { all: { agents, skills: [] } } })).toBe(2);
  expect(keyShardsOf({ centre: busy, groups: {} })).toBe(2);
});
