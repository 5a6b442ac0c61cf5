// One try of a delivery: a signed request to a receiver (WHK-3), or an e-mail (WHK-4). What comes
// of it is a value, whatever happens out there.
import { eventOf } from '../../domain/events/event.ts';
import { emailLine } from '../../domain/messaging/sending-pace.ts';
import { campaignId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { isSame } from '../../domain/model/is-same.ts';
import type { JournalLine } from '../../domain/model/journal-line.ts';
import {
  outcomeOf,
  type TryOutcome,
  type WebhookDelivery,
} from '../../domain/webhooks/delivery.ts';
import type { EndpointTarget, WebhookEndpoint } from '../../domain/webhooks/endpoint.ts';
import type { Tried } from '../../domain/webhooks/endpoint-state.ts';
import { eventMail } from '../../domain/webhooks/event-mail.ts';
import { bodyOf } from '../../domain/webhooks/payload.ts';
import { signedHeaders, signingNow } from '../../domain/webhooks/signature.ts';
import { Fault } from '../tasks/faults.ts';
import type { PortsOf } from '../tasks/task-ports.ts';

type Needs = PortsOf<'deliver-webhook'>;

/** Seconds for an answer. */
const PATIENCE = 10;

export interface TriedWith extends Tried {
  /** What the receiver answered. */
  readonly answer?: string | undefined;
}

interface Told {
  readonly outcome: TryOutcome;
  readonly status?: number;
  readonly answer?: string;
}

export async function tryDelivery(
  { target }: WebhookEndpoint,
  delivery: WebhookDelivery,
  line: JournalLine,
  ports: Needs,
): Promise<TriedWith> {
  const at = ports.clock.now();
  const told =
    target.kind === 'url'
      ? await post(target, delivery, line, at, ports)
      : await mail(target, delivery, line, ports);
  const { outcome, status, answer } = told;
  const because = outcome.kind === 'refused' ? outcome.because : undefined;
  const attempt = { at, status, milliseconds: ports.clock.now() - at, because };
  return { attempt, outcome, answer: answer || undefined };
}

type UrlTarget = Extract<EndpointTarget, { kind: 'url' }>;
type MailTarget = Extract<EndpointTarget, { kind: 'email' }>;

const refused = (because: string): Told => ({ outcome: { kind: 'refused', because } });

async function post(
  { url, secret }: UrlTarget,
  { id }: WebhookDelivery,
  line: JournalLine,
  now: Instant,
  ports: Needs,
): Promise<Told> {
  const body = bodyOf(eventOf(line));
  const send = (signing: Signing) => {
    const signed = signedHeaders(signing, { id, body, now });
    const headers = { 'content-type': 'application/json', 'user-agent': 'Ringback', ...signed };
    return ports.receivers.post({ url, headers, body, timeout: PATIENCE });
  };
  const signing = await secretsOf(secret, now, ports);
  if (signing === undefined) return refused('its secret has no value');
  let answered = await send(signing);
  if (answered.kind === 'answered' && NOT_RECOGNISED.includes(answered.status)) {
    // the secret may have been replaced since it was read
    const anew = await secretsOf(secret, now, ports, 'anew');
    if (anew !== undefined && !isSame(anew, signing)) answered = await send(anew);
  }
  if (answered.kind === 'failed') return refused(answered.because);
  const { status, retryAfter, text: answer } = answered;
  return { outcome: outcomeOf(status, retryAfter, now), status, answer };
}

type Signing = ReturnType<typeof signingNow>;

/** What a receiver answers whose signature is another. */
const NOT_RECOGNISED: readonly number[] = [401, 403];

async function secretsOf(
  name: string,
  now: Instant,
  { signingSecrets }: Needs,
  anew?: 'anew',
): Promise<Signing | undefined> {
  try {
    return signingNow(await signingSecrets.read(name, anew), now);
  } catch (error) {
    if (error instanceof Fault && error.name === 'NotFound') return undefined;
    throw error;
  }
}

async function mail(
  target: MailTarget,
  { campaign, webhook, id: delivery }: WebhookDelivery,
  line: JournalLine,
  ports: Needs,
): Promise<Told> {
  const content = eventMail(eventOf(line), target, ports.definitions.definitions());
  if (content === undefined) return refused('the centre has no mailbox for alerts');
  try {
    const message = { campaign: campaignId(campaign), webhook, delivery, content };
    const sent = await ports.email.send(message);
    return sent.kind === 'accepted' ? { outcome: { kind: 'delivered' } } : refused(sent.reason);
  } catch (error) {
    if (error instanceof Fault && error.name === 'MessagingUnavailable') {
      return refused('the provider took no e-mail');
    }
    throw error;
  }
}

/** When the e-mail may leave: all of the centre leave through one line. Undefined: now. */
export async function turnOf(
  { target }: WebhookEndpoint,
  delivery: WebhookDelivery,
  now: Instant,
  ports: Needs,
): Promise<Instant | undefined> {
  if (target.kind === 'url' || delivery.inTurn === true) return undefined;
  const { centre } = ports.definitions.definitions();
  const turn = await ports.lines.turn(emailLine(centre), 1, now);
  return turn > now ? turn : undefined;
}
