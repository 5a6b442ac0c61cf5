// What a person or a program does about a webhook: send deliveries again, switch it on after it was
// switched off, replace its secret (WHK-3).
import { type Instant, instant } from '../../domain/model/instant.ts';
import { again, type WebhookDelivery } from '../../domain/webhooks/delivery.ts';
import { endpointOf, isSupervisor, type WebhookEndpoint } from '../../domain/webhooks/endpoint.ts';
import { enabled } from '../../domain/webhooks/endpoint-state.ts';
import { newSecret, OVERLAP } from '../../domain/webhooks/signature.ts';
import type { DeliveryPage } from '../ports/webhook-store.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskInput, TaskOutput, UseCase } from '../tasks/tasks.ts';
import { awaken, changeState, journalWebhook } from './endpoint-line.ts';
import { noSuchWebhook } from './refusal.ts';

type Needs = PortsOf<'change-webhook'>;
type Answer = TaskOutput<'change-webhook'>;
type Change = TaskInput<'change-webhook'>['change'];

/** Deliveries that one request orders again; who wants more asks again from `next`. */
const AT_ONCE = 100;

export const changeWebhook: UseCase<'change-webhook', Needs> = async (input, ports) => {
  const endpoint = isSupervisor(input)
    ? undefined
    : endpointOf(ports.definitions.definitions(), input);
  if (endpoint === undefined) return noSuchWebhook(input);
  const { change, by } = input;
  switch (change.kind) {
    case 'resend':
      return resend(endpoint, change, ports);
    case 'enable':
      return enable(endpoint, by, ports);
    case 'rotate-secret':
      return rotate(endpoint, ports);
  }
};

const refused = (reason: string): Answer => ({ kind: 'refused', reasons: [reason] });

async function resend(
  endpoint: WebhookEndpoint,
  { what }: Extract<Change, { kind: 'resend' }>,
  ports: Needs,
): Promise<Answer> {
  const { disabled } = await ports.webhooks.state(endpoint);
  if (disabled !== undefined) return refused('it is switched off: switch it on first');
  if ('delivery' in what) {
    const delivery = await ports.webhooks.load(endpoint, what.delivery);
    if (delivery === undefined) return refused(`there is no delivery '${what.delivery}'`);
    return ordered(endpoint, { deliveries: [delivery] }, ports);
  }
  const { from } = what;
  const page =
    'since' in what
      ? await ports.webhooks.since(endpoint, instant(what.since), { limit: AT_ONCE, from })
      : await ports.webhooks.list(endpoint, { state: 'failed', limit: AT_ONCE, from });
  return ordered(endpoint, page, ports);
}

async function ordered(
  endpoint: WebhookEndpoint,
  page: DeliveryPage,
  ports: Needs,
): Promise<Answer> {
  const now = ports.clock.now();
  const done = await Promise.all(page.deliveries.map((each) => order(each, now, ports)));
  const count = done.filter(Boolean).length;
  // even one that waited is tried now: its line is worked from the longest due on
  if (count > 0) await awaken(endpoint, now, ports, (state) => ({ ...state, held: true }));
  return { kind: 'resent', deliveries: count, next: page.next };
}

const order = (delivery: WebhookDelivery, now: Instant, { webhooks }: Needs): Promise<boolean> =>
  webhooks.change(delivery, again(delivery, now));

async function enable(endpoint: WebhookEndpoint, by: string, ports: Needs): Promise<Answer> {
  const before = await ports.webhooks.state(endpoint);
  if (before.disabled === undefined) return { kind: 'unchanged' };
  const { webhook } = endpoint;
  await changeState(endpoint, (state) => (state.disabled ? enabled(state) : undefined), ports);
  await journalWebhook(
    endpoint,
    { type: 'webhook.enabled', at: ports.clock.now(), webhook, by },
    ports,
  );
  await awaken(endpoint, ports.clock.now(), ports);
  return { kind: 'enabled' };
}

async function rotate({ target }: WebhookEndpoint, ports: Needs): Promise<Answer> {
  if (target.kind === 'email') return refused('it sends e-mails, which are not signed');
  const secret = newSecret();
  await ports.secretRotation.replace(target.secret, secret);
  const until = instant(ports.clock.now() + OVERLAP * 1000);
  return { kind: 'rotated', secret, formerUntil: until };
}
