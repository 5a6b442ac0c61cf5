import { describe, expect, it } from 'vitest';
import { usualBehaviour } from '../../../../lib/simulation/centre/usual-behaviour.ts';
import { behaviour } from '../../../../lib/simulation/phone-network/behaviour.ts';
import { definitions } from '../../../support/definitions.ts';

describe('people nobody said anything about', () => {
  it('live in the zone of the centre and wrap up as long as the campaign allows', () => {
    const usual = usualBehaviour(definitions({ outbound: { wrapUp: '45 s' } }));

    expect(usual).toEqual(behaviour({ timeZone: 'Europe/Warsaw', agents: { wrapUpLimit: 45 } }));
  });
});
