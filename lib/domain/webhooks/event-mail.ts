// An event as an e-mail (WHK-4): what has happened and where, then what the event says, under the
// names it has in docs/events.md. The one about a webhook that was switched off says what to do.
import type { Definitions } from '../../language/definitions.ts';
import type { Language } from '../../language/schema/basics.ts';
import type { PublishedEvent } from '../events/event.ts';
import { parseInstant } from '../model/instant.ts';
import type { EmailContent } from '../model/message.ts';
import { momentIn } from '../model/time-zone.ts';
import { EVENT_TITLES } from './event-titles.ts';

interface Words {
  readonly campaign: string;
  readonly record: string;
  readonly time: string;
  readonly off: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    campaign: 'Campaign',
    record: 'Record',
    time: 'Time',
    off: 'Its receiver has not accepted anything for days, or said that it is gone. What could not be delivered is kept: when the receiver works again, switch the webhook on and send it again.',
  },
  pl: {
    campaign: 'Kampania',
    record: 'Rekord',
    time: 'Czas',
    off: 'Odbiorca od kilku dni niczego nie przyjmuje albo zgłosił, że już nie działa. Niedostarczone zdarzenia są przechowywane: gdy odbiorca znów zadziała, włącz webhook i wyślij je ponownie.',
  },
  cs: {
    campaign: 'Kampaň',
    record: 'Záznam',
    time: 'Čas',
    off: 'Příjemce už několik dní nic nepřijímá nebo oznámil, že skončil. Nedoručené události zůstávají uložené: až bude příjemce znovu fungovat, webhook zapněte a odešlete je znovu.',
  },
};

/** Told above the details, or of use to machines only. */
const NOT_LISTED: ReadonlySet<string> = new Set([
  ...['version', 'id', 'sequence', 'campaign', 'record', 'at', 'gates'],
]);

/** undefined when the centre has no mailbox to send from. */
export function eventMail(
  { type, detail }: PublishedEvent,
  to: { readonly email: string; readonly language: Language },
  { centre, campaigns }: Definitions,
): EmailContent | undefined {
  const { mailbox } = centre.alerts;
  if (mailbox === undefined) return undefined;
  const words = WORDS[to.language];
  const campaign = campaigns[detail.campaign]?.name ?? detail.campaign;
  const lines = [
    `${words.campaign}: ${campaign}`,
    ...(detail.record === undefined ? [] : [`${words.record}: ${detail.record}`]),
    `${words.time}: ${momentIn(centre.timeZone, parseInstant(detail.at))}`,
    '',
    ...Object.entries(detail).flatMap(([name, value]) => lineOf(name, value)),
    ...(type === 'webhook.disabled' ? ['', words.off] : []),
  ];
  return {
    ...{ kind: 'email', to: to.email, mailbox, cc: [], bcc: [], attachments: [] },
    subject: `${campaign}: ${EVENT_TITLES[type][to.language]}`,
    text: `${lines.join('\n')}\n`,
  };
}

function lineOf(name: string, value: unknown): readonly string[] {
  if (value === undefined || NOT_LISTED.has(name)) return [];
  if (typeof value !== 'object' || value === null) return [`${name}: ${value}`];
  if (Array.isArray(value)) return value.length === 0 ? [] : [`${name}: ${value.join(', ')}`];
  return Object.entries(value).map(([key, inner]) => `${name}.${key}: ${inner}`);
}
