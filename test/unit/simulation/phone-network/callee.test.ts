import { describe, expect, it } from 'vitest';
import { behaviour } from '../../../../lib/simulation/phone-network/behaviour.ts';
import { replyTo, traits } from '../../../../lib/simulation/phone-network/callee.ts';
import { seededRandom } from '../../../../lib/simulation/random.ts';

const phones = Array.from({ length: 4000 }, (_, i) => `+48221${String(i).padStart(6, '0')}`);

function shares(localHour: number) {
  const seed = seededRandom('callees');
  const counts: Record<string, number> = {};
  for (const phone of phones) {
    const reply = replyTo({ phone, earlier: 0, localHour, ringFor: 25 }, behaviour(), seed);
    const kind = reply.kind === 'fails' ? reply.reason : reply.by;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return Object.fromEntries(
    Object.entries(counts).map(([kind, count]) => [kind, count / phones.length]),
  );
}

describe('a simulated callee', () => {
  it('does with the n-th call what the seed says, whoever was called before', () => {
    const call = { phone: '+48221000001', earlier: 2, localHour: 11, ringFor: 25 };
    const seed = seededRandom('one');

    const alone = replyTo(call, behaviour(), seed);
    replyTo({ ...call, phone: '+48221000002' }, behaviour(), seed);

    expect(replyTo(call, behaviour(), seed)).toEqual(alone);
    expect(traits(call.phone, behaviour().callees, seed)).toEqual(
      traits(call.phone, behaviour().callees, seededRandom('one')),
    );
  });

  it('answers about as often as the figures of the trade say', () => {
    const noon = shares(11);

    expect(noon.person).toBeGreaterThan(0.25);
    expect(noon.person).toBeLessThan(0.31);
    expect(noon.machine).toBeGreaterThan(0.25);
    expect(noon.TELECOM_NUMBER_INVALID).toBeCloseTo(0.03, 2);
    expect(noon.TELECOM_BUSY).toBeCloseTo(0.04, 2);
    expect(Object.values(noon).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });

  it('answers more in the evening than at noon and hardly at night', () => {
    const [night, noon, evening] = [shares(3), shares(11), shares(18)].map(
      ({ person }) => person ?? 0,
    );

    expect(night).toBeLessThan(0.03);
    expect(evening).toBeGreaterThan(noon ?? 1);
  });

  it('repeats the last line of its script', () => {
    const seed = seededRandom('script');
    const scripted = behaviour({
      callees: { scripts: { '+48221000001': ['is-busy', 'rings-out'] } },
    });
    const reply = (earlier: number) =>
      replyTo({ phone: '+48221000001', earlier, localHour: 3, ringFor: 25 }, scripted, seed);

    const reasons = [0, 1, 2, 9].map(reply).map((each) => each.kind === 'fails' && each.reason);

    expect(reasons).toEqual([
      'TELECOM_BUSY',
      'TELECOM_UNANSWERED',
      'TELECOM_UNANSWERED',
      'TELECOM_UNANSWERED',
    ]);
  });

  it('never picks up after the ringing has stopped', () => {
    const seed = seededRandom('ringing');
    const slow = behaviour({
      callees: { answer: 1, ring: { mean: 30, variation: 1 }, mailbox: 0 },
    });

    for (const phone of phones.slice(0, 500)) {
      const reply = replyTo({ phone, earlier: 0, localHour: 18, ringFor: 15 }, slow, seed);
      expect(reply.after).toBeLessThanOrEqual(15_000);
    }
  });
});
