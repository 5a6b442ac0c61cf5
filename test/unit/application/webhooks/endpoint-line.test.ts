import { expect, it } from 'vitest';
import { changeState } from '../../../../lib/application/webhooks/endpoint-line.ts';
import { type EndpointState, SOUND } from '../../../../lib/domain/webhooks/endpoint-state.ts';
import { memoryWebhookStore } from '../../../../lib/simulation/memory/webhook-store.ts';

const crm = { campaign: 'spring', webhook: 'crm' };
const fails = (state: EndpointState): EndpointState => ({ ...state, failures: state.failures + 1 });

function aStore() {
  const store = memoryWebhookStore();
  let reads = 0;
  const webhooks: typeof store = {
    ...store,
    state(endpoint) {
      reads++;
      return store.state(endpoint);
    },
  };
  return { webhooks, reads: () => reads };
}

it('changes the state of an endpoint without reading it again', async () => {
  const { webhooks, reads } = aStore();

  const after = await changeState(crm, fails, { webhooks }, SOUND);

  expect(reads()).toBe(0);
  expect(after.failures).toBe(1);
  expect(await webhooks.state(crm)).toEqual(after);
});

it('decides anew once others have changed it since', async () => {
  const { webhooks, reads } = aStore();
  await changeState(crm, fails, { webhooks }, SOUND);

  const after = await changeState(crm, fails, { webhooks }, SOUND);

  expect(reads()).toBe(1);
  expect(after.failures).toBe(2);
});

it('reads it before it leaves it as it is', async () => {
  const { webhooks } = aStore();
  await changeState(crm, fails, { webhooks }, SOUND);
  const onceFailing = (state: EndpointState) => (state.failures > 0 ? fails(state) : undefined);

  const after = await changeState(crm, onceFailing, { webhooks }, SOUND);

  expect(after.failures).toBe(2);
});
