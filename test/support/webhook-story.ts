// A campaign with webhooks in the simulated centre, whose receivers answer as a test says.
import type { ReceiverAnswer, ReceiverRequest } from '../../lib/application/ports/receivers.ts';
import { listDeliveries, listWebhooks } from '../../lib/application/webhooks/read-webhooks.ts';
import type { AnswerWebhook } from '../../lib/simulation/memory/receivers.ts';
import { callee, type Given, type Journey, journey } from './journey.ts';

export const CRM = { campaign: 'spring', webhook: 'crm' };
export const crm = { url: 'https://crm.example.org/hook', events: ['call.ended'] };
const SUPERVISORS = { ewa: { email: 'ewa@example.org', language: 'pl' } } as const;
export const DAY = 86_400;
export const HOUR = 3600;

export const answering = (
  status: number,
  more: { retryAfter?: string; text?: string } = {},
): ReceiverAnswer => ({
  ...{ kind: 'answered', status, text: '' },
  ...more,
});
export const idOf = ({ headers }: ReceiverRequest): string => headers['webhook-id'] ?? '';
export const dataOf = ({ body }: ReceiverRequest) => JSON.parse(body).data;

export type Webhooks = NonNullable<NonNullable<Given['campaign']>['webhooks']>;

/** Nobody calls on a Sunday: what happens is what a test does. */
export async function told(
  webhooks: Webhooks,
  answer: AnswerWebhook,
  given: Given = {},
): Promise<Journey> {
  const { campaign, ...more } = given;
  const story = await journey({
    people: [callee('ann').ringsOut()],
    supervisors: SUPERVISORS,
    campaign: { webhooks, supervisors: ['ewa'], ...campaign },
    ...more,
  });
  story.centre.ports.receivers.answerWith(answer);
  return story;
}

/** Makes one event: a supervisor closes or puts back a record. */
export async function event(
  story: Journey,
  kind: 'close' | 'reserve' | 'release' = 'reserve',
): Promise<void> {
  const change = kind === 'reserve' ? { kind, agent: 'eva' } : { kind };
  await story.centre.perform('update-records', {
    campaign: 'spring',
    records: ['ann'],
    change,
    by: 'olga',
  });
}

export const SUNDAY = { startingAt: '2026-03-01 10:00' };
export const reserved = { url: 'https://crm.example.org/hook', events: ['record.reserved'] };

export async function listed(story: Journey) {
  const log = await listDeliveries(CRM, story.centre.ports);
  if (log.kind === 'refused') throw new Error(log.reasons.join());
  return log;
}

/** "delivered after 3": of crm, the earliest event first. */
export async function deliveries(story: Journey): Promise<readonly string[]> {
  const { deliveries: log } = await listed(story);
  return log.map(({ state: now, tried }) => `${now} after ${tried}`).toReversed();
}

export async function state(story: Journey): Promise<string | undefined> {
  const [view] = await listWebhooks({ campaign: 'spring' }, story.centre.ports);
  return view?.state;
}

export function redeploy(story: Journey, webhooks: object): void {
  const source = story.centre.ports.definitions;
  const now = source.definitions();
  const spring = now.campaigns.spring;
  if (spring === undefined) throw new Error('no campaign');
  source.replace({ ...now, campaigns: { spring: { ...spring, webhooks: webhooks as never } } });
}
