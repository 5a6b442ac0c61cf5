// "Amazon Connect Contact Event" → what our tasks know of a contact. The manual's tables write
// names in Pascal case, its samples and the service in camel case, ARN in either: names are
// compared in lower case. New event types and fields come with time and are harmless; a moment that
// has not come is missing, null or 1970.
// docs.aws.amazon.com/connect/latest/adminguide/contact-events.html

import * as z from 'zod';
import type { ContactNews } from '../../application/tasks/tasks.ts';
import type { ContactTimestamps } from '../../domain/model/contact-timestamps.ts';
import { own } from '../../language/dictionary.ts';
import type { AgentNames } from '../connect/agent-names.ts';
import type { ConnectDirectory } from '../connect/directory.ts';
import { mark } from '../connect/timestamps.ts';
import { Envelope } from './event-bridge.ts';

const Moment = z.iso
  .datetime({ offset: true })
  .transform((iso) => new Date(iso))
  .nullish()
  .transform((at) => at ?? undefined);
const Text = z
  .string()
  .nullish()
  .transform((text) => text || undefined);

const Detail = z.object({
  eventtype: z.string(),
  contactid: z.string().min(1),
  initialcontactid: Text,
  previouscontactid: Text,
  channel: z.string(),
  initiationmethod: Text,
  initiationtimestamp: Moment,
  connectedtosystemtimestamp: Moment,
  disconnecttimestamp: Moment,
  disconnectreason: Text,
  answeringmachinedetectionstatus: Text,
  queueinfo: z
    .object({ queuearn: Text, arn: Text, queuetype: Text, enqueuetimestamp: Moment })
    .nullish(),
  agentinfo: z
    .object({
      agentarn: Text,
      arn: Text,
      connectedtoagenttimestamp: Moment,
      aftercontactworkendtimestamp: Moment,
    })
    .nullish(),
});
type Detail = z.output<typeof Detail>;

/** Reads one event; undefined when it tells of a contact that is no call of ours. */
export function readContactEvents(names: AgentNames, directory: ConnectDirectory) {
  return async (body: unknown): Promise<ContactNews | undefined> => {
    const { time, detail } = Envelope.parse(body);
    const event = Detail.parse(lowerCased(detail));
    // Calls of ours are placed by API, those of customers come in; what agents begin has other
    // contacts, and so has what they transfer, which names the first one.
    if (event.channel.toUpperCase() !== 'VOICE') return undefined;
    const transfer = transferOf(event);
    if (!OURS.has(methodOf(event)) && transfer === undefined) return undefined;
    const { queueinfo, agentinfo } = event;
    const agentArn = agentinfo?.agentarn ?? agentinfo?.arn;
    const queueArn = queueinfo?.queuearn ?? queueinfo?.arn;
    const agent = agentArn && (await names(agentArn));
    const queue = queueArn && (await directory.queueOf(queueArn));
    return {
      contact: event.contactid,
      ...marksOf(event, new Date(time)),
      disconnectReason: event.disconnectreason || undefined,
      machineDetection: event.answeringmachinedetectionstatus || undefined,
      agent: agent || undefined,
      queue: queue || undefined,
      transfer,
    };
  };
}

const OURS: ReadonlySet<string> = new Set(['API', 'INBOUND']);

const methodOf = ({ initiationmethod }: Detail): string => initiationmethod?.toUpperCase() ?? '';

/**
 * The call has arrived where an agent transferred it: it waits in the other queue, the other agent
 * has it, or a number outside was dialed.
 */
function transferOf(event: Detail): ContactNews['transfer'] {
  const of = event.initialcontactid ?? event.previouscontactid;
  if (of === undefined || of === event.contactid) return undefined;
  const method = methodOf(event);
  if (method === 'EXTERNAL_OUTBOUND') return { of, to: 'outside' };
  if (method !== 'TRANSFER') return undefined;
  const { queueinfo, agentinfo } = event;
  if (queueinfo?.queuetype?.toUpperCase() === 'STANDARD') return { of, to: 'queue' };
  return agentinfo?.connectedtoagenttimestamp === undefined ? undefined : { of, to: 'agent' };
}

/** The mark an event stands for, when it comes without the timestamp of what it tells. */
const OWN_MARK: Readonly<Record<string, keyof ContactTimestamps>> = {
  INITIATED: 'initiated',
  CONNECTED_TO_SYSTEM: 'connectedToSystem',
  QUEUED: 'enqueued',
  CONNECTED_TO_AGENT: 'connectedToAgent',
  DISCONNECTED: 'disconnected',
};

function marksOf(event: Detail, time: Date): ContactTimestamps {
  const type = event.eventtype.toUpperCase();
  const reported = type === 'COMPLETED' && event.agentinfo ? 'wrapUpEnded' : own(OWN_MARK, type);
  return {
    ...(reported && mark(reported, time)),
    ...mark('initiated', event.initiationtimestamp),
    ...mark('connectedToSystem', event.connectedtosystemtimestamp),
    ...mark('enqueued', event.queueinfo?.enqueuetimestamp),
    ...mark('connectedToAgent', event.agentinfo?.connectedtoagenttimestamp),
    ...mark('disconnected', event.disconnecttimestamp),
    ...mark('wrapUpEnded', event.agentinfo?.aftercontactworkendtimestamp),
  };
}

function lowerCased(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name.toLowerCase(), lowerCased(inner)]),
  );
}
