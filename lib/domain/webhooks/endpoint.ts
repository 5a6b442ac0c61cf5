// Whom a campaign tells of its events: the webhooks of its file and, where it has any that may be
// switched off, its supervisors, who are then told so by e-mail.
import { createHash } from 'node:crypto';
import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import type { Language } from '../../language/schema/basics.ts';
import type { Webhook } from '../../language/schema/webhook.ts';
import { isEventType } from '../events/catalogue.ts';
import type { EntryType } from '../model/journal.ts';

export interface EndpointRef {
  readonly campaign: string;
  /** Id in the campaign; @ and the id of a supervisor. */
  readonly webhook: string;
}

export type EndpointTarget =
  | { readonly kind: 'url'; readonly url: string; readonly secret: string }
  | { readonly kind: 'email'; readonly email: string; readonly language: Language };

export interface WebhookEndpoint extends EndpointRef {
  readonly target: EndpointTarget;
  readonly events: readonly EntryType[];
}

/** One text for each endpoint; in no id is a slash. */
export const endpointKey = ({ campaign, webhook }: EndpointRef): string => `${campaign}/${webhook}`;

export const signingSecretName = (
  { campaign, webhook }: EndpointRef,
  { secret }: Pick<Webhook, 'secret'>,
): string => secret ?? `webhook-${campaign}-${webhook}`;

export const endpointsOf = (definitions: Definitions): readonly WebhookEndpoint[] =>
  Object.keys(definitions.campaigns).flatMap((campaign) =>
    endpointsOfCampaign(definitions, campaign),
  );

const endpointsOfCampaign = (definitions: Definitions, campaign: string): WebhookEndpoint[] => [
  ...webhooksOfFile(definitions, campaign),
  ...supervisorsTold(definitions, campaign),
];

/** Who chose an event. */
export const endpointsTold = (
  definitions: Definitions,
  { campaign, entry }: { readonly campaign: string; readonly entry: ToldEntry },
): readonly WebhookEndpoint[] =>
  isToldSingly(entry)
    ? endpointsOfCampaign(definitions, campaign).filter(({ events }) => events.includes(entry.type))
    : [];

/** undefined: today's definitions have none of that name. */
export function endpointOf(
  definitions: Definitions,
  ref: EndpointRef,
): WebhookEndpoint | undefined {
  const { campaign, webhook } = ref;
  if (own(definitions.campaigns, campaign) === undefined) return undefined;
  const all = isSupervisor(ref)
    ? supervisorsTold(definitions, campaign)
    : webhooksOfFile(definitions, campaign);
  return all.find((endpoint) => endpoint.webhook === webhook);
}

/** A supervisor's address is not switched off: nobody would be left to be told. */
export const isSupervisor = ({ webhook }: EndpointRef): boolean => webhook.startsWith('@');

function webhooksOfFile({ centre, campaigns }: Definitions, campaign: string): WebhookEndpoint[] {
  return Object.entries(own(campaigns, campaign)?.webhooks ?? {}).flatMap(([webhook, settings]) => {
    const target = targetOf({ campaign, webhook }, settings, centre.languages);
    const events = settings.events.filter(isEventType);
    return target === undefined ? [] : [{ campaign, webhook, target, events }];
  });
}

function targetOf(
  ref: EndpointRef,
  webhook: Webhook,
  languages: readonly Language[],
): EndpointTarget | undefined {
  const { url, email, language = languages[0] ?? 'en' } = webhook;
  if (url !== undefined) return { kind: 'url', url, secret: signingSecretName(ref, webhook) };
  return email === undefined ? undefined : { kind: 'email', email, language };
}

function supervisorsTold({ centre, campaigns }: Definitions, id: string): WebhookEndpoint[] {
  const campaign = own(campaigns, id);
  if (campaign === undefined || Object.keys(campaign.webhooks).length === 0) return [];
  if (centre.alerts.mailbox === undefined) return [];
  return [...new Set(campaign.supervisors)].flatMap((supervisor) => {
    const reader = own(centre.supervisors, supervisor);
    if (reader === undefined) return [];
    const language = reader.language ?? centre.languages[0] ?? 'en';
    const target = { kind: 'email', email: reader.email, language } as const;
    const events: readonly EntryType[] = ['webhook.disabled'];
    return [{ campaign: id, webhook: `@${supervisor}`, target, events }];
  });
}

/**
 * Of an imported file, and of a copy, its end is told (`import.finished`, `copy.finished`); a
 * record that was added by itself is what webhooks mean by record.added (WHK-1).
 */
export const isToldSingly = (entry: ToldEntry): boolean =>
  entry.type !== 'record.added' || (entry.row === undefined && entry.copy === undefined);

interface ToldEntry {
  readonly type: EntryType;
  readonly row?: number | undefined;
  readonly copy?: string | undefined;
}

/**
 * The id of a delivery, by which a receiver knows repeats: the same for one event and endpoint,
 * however often the bus tells of it. Ids sort by the moment of their event.
 */
export function deliveryId(ref: EndpointRef, event: { readonly id: string; readonly at: number }) {
  const hash = createHash('sha256')
    .update(`${endpointKey(ref)}\n${event.id}`)
    .digest('base64url');
  return `${firstDeliveryId(event.at)}${hash.slice(0, 16)}`;
}

/** Sorts before the ids of all events from that moment on. */
export const firstDeliveryId = (at: number): string =>
  `msg_${Math.max(0, Math.floor(at)).toString(36).padStart(9, '0')}_`;
