import { describe, expect, it } from 'vitest';
import { DEFAULT_PACING, pacingSettingsSchema } from '../../../../lib/domain/pacing/settings.ts';

describe('pacing settings', () => {
  it('default to the published limits', () => {
    expect(DEFAULT_PACING).toEqual({
      cap: 0.03,
      window: 'day',
      connectThresholdMs: 2000,
      minRingingMs: 15_000,
      ringTimeoutMs: 25_000,
      pickupRate: 0.5,
      per: 'online',
    });
  });

  it('refuse to give a call up before it has rung long enough', () => {
    const result = pacingSettingsSchema.safeParse({ ringTimeoutMs: 12_000 });

    expect(result.error?.issues.map(({ path, message }) => ({ path, message }))).toEqual([
      {
        path: ['ringTimeoutMs'],
        message: 'a call must ring at least minRingingMs; raise ringTimeoutMs',
      },
    ]);
  });

  it.each([
    { setting: 'a cap above 3 %', value: { cap: 0.05 } },
    { setting: 'a wait of more than two seconds', value: { connectThresholdMs: 3000 } },
    { setting: 'less than 15 s of ringing', value: { minRingingMs: 10_000 } },
    { setting: 'a pickup rate of nothing', value: { pickupRate: 0 } },
    { setting: 'an unknown setting', value: { caps: 0.01 } },
  ])('refuse $setting', ({ value }) => {
    const result = pacingSettingsSchema.safeParse(value);

    expect(result.success).toBe(false);
  });
});
