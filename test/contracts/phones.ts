// What every implementation of the agents' phones promises (lib/application/ports/ports.ts,
// Phones).
import { expect, it } from 'vitest';
import type { Phones } from '../../lib/application/ports/phones.ts';
import type { PhoneSetting } from '../../lib/domain/campaigns/handling.ts';

interface Phone {
  readonly setting?: PhoneSetting;
  readonly deskPhone?: string;
}

export interface PhonesUnderTest {
  readonly phones: Phones;
  readonly phoneOf: (agentArn: string) => Phone | undefined;
}

const EVA = 'arn:aws:connect:eu-central-1:111122223333:instance/i/agent/eva';
const DESK = '+48225550142';

export function phonesContract(
  name: string,
  make: (given: Readonly<Record<string, Phone>>) => Promise<PhonesUnderTest>,
): void {
  it.each(['automatic', 'manual-web', 'manual-phone'] as const)(
    `phones (${name}): are set to %s, once, and the desk phone's number stays (CAM-3)`,
    async (handling) => {
      const { phones, phoneOf } = await make({ [EVA]: { deskPhone: DESK } });
      const setting: PhoneSetting = { handling, wrapUp: 45 };

      const told = [await phones.set(EVA, setting), await phones.set(EVA, setting)];

      expect(told).toEqual(['set', 'unchanged']);
      expect(phoneOf(EVA)).toEqual({ setting, deskPhone: DESK });
    },
  );

  it(`phones (${name}): a longer wrap-up is set too (INB-3, INB-4)`, async () => {
    const { phones, phoneOf } = await make({ [EVA]: {} });
    await phones.set(EVA, { handling: 'automatic', wrapUp: 30 });

    const told = await phones.set(EVA, { handling: 'automatic', wrapUp: 60 });

    expect(told).toBe('set');
    expect(phoneOf(EVA)).toEqual({ setting: { handling: 'automatic', wrapUp: 60 } });
  });

  it(`phones (${name}): who has no desk phone keeps the phone as it is (CAM-3)`, async () => {
    const setting: PhoneSetting = { handling: 'manual-web', wrapUp: 30 };
    const { phones, phoneOf } = await make({ [EVA]: { setting } });

    const told = await phones.set(EVA, { handling: 'manual-phone', wrapUp: 45 });

    expect(told).toBe('no-desk-phone');
    expect(phoneOf(EVA)).toEqual({ setting });
  });
}
