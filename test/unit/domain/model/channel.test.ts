import { describe, expect, it } from 'vitest';
import { attemptCounter } from '../../../../lib/domain/campaigns/counts.ts';
import { ContactEnding } from '../../../../lib/domain/model/call-status.ts';
import { CHANNELS, type Channel, channelFacts } from '../../../../lib/domain/model/channel.ts';
import { CALL_STATUSES } from '../../../../lib/language/schema/rule.ts';

const channels = Object.keys(CHANNELS) as readonly Channel[];

describe('the table of channels', () => {
  it.each(channels)('names only endings that exist: %s', (channel) => {
    const { endings, reached } = channelFacts(channel);
    const all = [...endings.outbound, ...endings.inbound];

    expect(all.filter((one) => !ContactEnding.options.includes(one))).toEqual([]);
    expect(reached.filter((one) => !all.includes(one))).toEqual([]);
  });

  it('gives every channel, direction and ending a counter of its own', () => {
    const counters = channels.flatMap((channel) =>
      (['outbound', 'inbound'] as const).flatMap((direction) =>
        channelFacts(channel).endings[direction].map((ending) =>
          attemptCounter({ channel, direction }, ending),
        ),
      ),
    );

    expect(new Set(counters).size).toBe(counters.length);
  });

  it('has the six statuses of callback rules as the endings of calls we make (CBR-2)', () => {
    expect([...channelFacts('voice').endings.outbound].toSorted()).toEqual(
      [...CALL_STATUSES].toSorted(),
    );
  });

  it('keeps the counters that calls have had from the first version', () => {
    expect(attemptCounter({ channel: 'voice', direction: 'outbound' }, 'busy')).toBe('call:busy');
    expect(attemptCounter({ channel: 'voice', direction: 'inbound' }, 'forwarded')).toBe(
      'inbound:forwarded',
    );
  });
});
