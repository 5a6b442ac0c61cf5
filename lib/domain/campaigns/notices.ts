// The e-mails that tell the supervisors of a campaign of an alert (MON-6). They belong to the
// campaign and not to a record, so what became of each lies in the campaign's state. As with every
// message the intent is stored before the provider is asked: what may have been sent is not sent
// again.
import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import type { Language } from '../../language/schema/basics.ts';
import type { CampaignId } from '../model/ids.ts';
import { type Instant, parseInstant } from '../model/instant.ts';
import type { CampaignEntry } from '../model/journal.ts';
import type { EmailContent, Notice } from '../model/message.ts';
import { momentIn } from '../model/time-zone.ts';
import type { CampaignChange } from './campaign-changes.ts';
import type { CampaignState, NoticeState } from './campaign-state.ts';

/** What the supervisors are told; its moment tells one alert of a campaign from the next. */
export interface PoolLow {
  readonly campaign: CampaignId;
  /** ISO 8601. */
  readonly at: string;
  readonly left: number;
  readonly limit: number;
}

export type NoticeMove =
  | { readonly to: 'sending' | 'sent' }
  /** The provider did not send it, for certain. */
  | { readonly to: 'put-back' }
  | { readonly to: 'failed'; readonly reason: string };

/** From where a move may start; undefined: nothing was tried yet. */
const FROM: Readonly<Record<NoticeMove['to'], readonly (NoticeState | undefined)[]>> = {
  sending: [undefined],
  sent: ['sending'],
  'put-back': ['sending'],
  // a mail that was taken may still bounce
  failed: ['sending', 'sent'],
};

/** The supervisors to be told, by id. */
export const supervisorsOf = ({ centre, campaigns }: Definitions, campaign: string): string[] => [
  ...new Set(
    campaigns[campaign]?.supervisors.filter((id) => own(centre.supervisors, id) !== undefined),
  ),
];

/** undefined: the mail is not where the move starts, or a later alert has taken its place. */
export function moveNotice(
  before: CampaignState,
  { at, supervisor }: { readonly at: string; readonly supervisor: string },
  move: NoticeMove,
  now: Instant,
): CampaignChange | undefined {
  const { notices } = before;
  if (notices !== undefined && notices.at > at) return undefined;
  const { [supervisor]: state, ...others } = notices?.at === at ? notices.states : {};
  if (!FROM[move.to].includes(state)) return undefined;
  const states = move.to === 'put-back' ? others : { ...others, [supervisor]: move.to };
  return {
    after: { ...before, version: before.version + 1, notices: { at, states } },
    entries: entriesOf(supervisor, move, now),
  };
}

function entriesOf(supervisor: string, move: NoticeMove, at: Instant): readonly CampaignEntry[] {
  switch (move.to) {
    case 'sending':
    case 'put-back':
      return [];
    case 'sent':
      return [{ type: 'supervisor.alerted', at, supervisor }];
    case 'failed':
      return [{ type: 'supervisor.not-alerted', at, supervisor, reason: move.reason }];
  }
}

/** undefined when the definitions of today name no such supervisor, or no mailbox to send from. */
export function noticeOf(
  { centre, campaigns }: Definitions,
  alert: PoolLow,
  supervisor: string,
): Notice | undefined {
  const campaign = campaigns[alert.campaign];
  const reader = own(centre.supervisors, supervisor);
  const { mailbox } = centre.alerts;
  if (campaign === undefined || reader === undefined || mailbox === undefined) return undefined;
  const words = WORDS[reader.language ?? centre.languages[0] ?? 'en'];
  const at = momentIn(centre.timeZone, parseInstant(alert.at));
  const content: EmailContent = {
    kind: 'email',
    to: reader.email,
    mailbox,
    cc: [],
    bcc: [],
    subject: words.subject(campaign.name),
    text: words.text({ ...alert, campaign: campaign.name, at }),
    attachments: [],
  };
  return { campaign: alert.campaign, at: alert.at, supervisor, content };
}

interface Words {
  readonly subject: (campaign: string) => string;
  readonly text: (told: Omit<PoolLow, 'campaign'> & { readonly campaign: string }) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    subject: (campaign) => `${campaign}: few records left to dial`,
    text: ({ campaign, at, left, limit }) =>
      `Campaign: ${campaign}\nRecords left to dial: ${left} (on ${at})\n\nYou get this e-mail when ${limit} or fewer are left. To go on, import more contacts.\n`,
  },
  pl: {
    subject: (campaign) => `${campaign}: kończą się rekordy do wydzwonienia`,
    text: ({ campaign, at, left, limit }) =>
      `Kampania: ${campaign}\nRekordy do wydzwonienia: ${left} (stan na ${at})\n\nPowiadomienie wysyłamy, gdy zostaje ich nie więcej niż ${limit}. Aby dzwonić dalej, zaimportuj kolejne kontakty.\n`,
  },
  cs: {
    subject: (campaign) => `${campaign}: docházejí záznamy k obvolání`,
    text: ({ campaign, at, left, limit }) =>
      `Kampaň: ${campaign}\nZáznamy k obvolání: ${left} (stav k ${at})\n\nUpozornění posíláme, když jich zbývá nejvýše ${limit}. Chcete-li volat dál, importujte další kontakty.\n`,
  },
};
