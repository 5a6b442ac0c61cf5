import { expect, it } from 'vitest';
import type { WebhookStore } from '../../../../lib/application/ports/webhook-store.ts';
import { sweepWebhook } from '../../../../lib/application/sweeping/sweep-webhook.ts';
import { type EndpointState, SOUND } from '../../../../lib/domain/webhooks/endpoint-state.ts';
import { at, NOW } from '../../../support/records.ts';
import { aFloor } from '../a-floor.ts';

it('asks for the line of a sound endpoint each three hours, of one that fails each time', async () => {
  const floor = await aFloor();
  const asked: number[] = [];
  const waiting: WebhookStore['waiting'] = async () => {
    asked.push((floor.ports.clock.now() - NOW) / 60_000);
    return [];
  };
  const ports = { ...floor.ports, webhooks: { ...floor.ports.webhooks, waiting } };
  const looks = async (state: EndpointState) => {
    asked.length = 0;
    for (let minutes = 0; minutes <= 365; minutes += 5) {
      floor.waitUntil(minutes * 60);
      await sweepWebhook({ campaign: 'spring', webhook: 'crm' }, state, ports);
    }
    return [...asked];
  };

  expect(await looks(SOUND)).toEqual([0, 180, 360]);
  expect(await looks({ ...SOUND, held: true })).toHaveLength(74);
  expect(await looks({ ...SOUND, wakeAt: at(0) })).toHaveLength(74);
});
