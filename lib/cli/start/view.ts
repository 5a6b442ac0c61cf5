// The live view of a run, drawn from the tally and the simulated agents. Plain text and block
// characters.

import type { AgentActivity } from '../../domain/model/agent.ts';
import { plural } from '../../language/plural.ts';
import type { CallStatus } from '../../language/schema/rule.ts';
import type { InboundSums } from '../../simulation/dry-run/inbound-tally.ts';
import { displayTime, inLocalTime } from '../display-time.ts';
import type { Tally } from './tally.ts';

export interface ViewFacts {
  readonly campaign: string;
  readonly mode: string;
  /** false: the campaign only takes calls. */
  readonly placesCalls: boolean;
  readonly seed: string;
  /** Simulated time, epoch ms. */
  readonly now: number;
  readonly startedAt: number;
  readonly timeZone: string;
  readonly agents: readonly AgentActivity[];
  /** Absent when nobody calls in. */
  readonly inbound?: InboundSums;
  /** Who is at a desk, so that time passes and does not jump. */
  readonly people?: { readonly names: readonly string[]; readonly speed: number };
}

const BAR = 30;
/** On terminals narrower than this the bar is short. */
const WIDE = 100;
const SHORT_BAR = 12;
const number = new Intl.NumberFormat('en');

const STATUS_WORDS: Readonly<Record<CallStatus, string>> = {
  answered: 'answered',
  'not-answered': 'not answered',
  busy: 'busy',
  voicemail: 'voicemail',
  error: 'error',
  abandoned: 'abandoned',
};

/** @param columns of the terminal */
export function drawView(facts: ViewFacts, tally: Tally, columns = WIDE): string {
  const over = tally.over.size;
  const aside = tally.aside.size;
  const share = tally.added === 0 ? 0 : (over + aside) / tally.added;
  const ended = Object.values(tally.ended).reduce((sum, n) => sum + n, 0);
  const open = tally.added - over - aside - tally.recalls.size;
  const rows: [string, string][] = [
    [
      'records',
      `${bar(share, columns < WIDE ? SHORT_BAR : BAR)} ${percent(share)}  ${number.format(tally.added)} ${facts.placesCalls ? 'imported' : 'known'} · ${number.format(over)} closed · ${number.format(aside)} set aside · ${plural(tally.recalls.size, 'recall')} · ${number.format(open)} open`,
    ],
    ...(facts.placesCalls
      ? [
          [
            'calls',
            `${tally.calling.size} now · ${number.format(ended)} made · ${outcomes(tally)}`,
          ] as [string, string],
        ]
      : []),
    ...(facts.inbound ? [['inbound', cameIn(facts.inbound)] as [string, string]] : []),
    ['agents', agents(facts.agents)],
    ...(isAnybodyThere(facts) ? [['desks', atDesks(facts)] as [string, string]] : []),
    [
      'success',
      `${plural(tally.successes.size, 'record')} · ${number.format(tally.sms)} SMS · ${plural(tally.email, 'e-mail')} · ${plural(tally.events, 'event')}`,
    ],
  ];
  const clock = displayTime(facts.now, facts.timeZone);
  const day = Math.floor((facts.now - facts.startedAt) / 86_400_000) + 1;
  return [
    `Ringback · ${facts.campaign} · ${facts.mode} · seed ${facts.seed} · ${tally.state} · ${clock} · day ${day}`,
    ...rows.map(([label, text]) => `  ${label.padEnd(8)} ${text}`),
    ...tally.latest.map(
      ({ at, text }) =>
        `  ${displayTime(at, facts.timeZone).slice(-8)} ${inLocalTime(text, facts.timeZone)}`,
    ),
  ].join('\n');
}

/** One line for terminals that cannot redraw. */
export function drawLine(facts: ViewFacts, tally: Tally): string {
  const ended = Object.values(tally.ended).reduce((sum, n) => sum + n, 0);
  const calls = [
    ...(facts.placesCalls ? [plural(ended, 'call')] : []),
    ...(facts.inbound ? [`${plural(facts.inbound.received, 'call')} came in`] : []),
  ].join(' · ');
  const desks = isAnybodyThere(facts) ? ` · at a desk: ${atDesks(facts)}` : '';
  return `${displayTime(facts.now, facts.timeZone)}  ${calls} · ${number.format(tally.over.size)} of ${plural(tally.added, 'record')} closed · ${tally.aside.size} set aside · ${plural(tally.recalls.size, 'recall')} · ${plural(tally.successes.size, 'success', 'successes')}${desks}`;
}

const isAnybodyThere = ({ people }: ViewFacts): boolean => (people?.names.length ?? 0) > 0;

function atDesks({ people }: ViewFacts): string {
  const { names, speed } = people ?? { names: [], speed: 1 };
  const pace = speed === 1 ? 'real time' : `${speed} times faster`;
  return `${names.join(', ')} · ${pace} until they leave`;
}

function bar(share: number, width: number): string {
  const full = Math.round(share * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}

/** What became of the calls that came in. */
function cameIn(sums: InboundSums): string {
  const { received, onTheLine, answered, forwarded, voicemail, callback, hungUp } = sums;
  return `${onTheLine} now · ${number.format(received)} received · answered ${answered} · forwarded ${forwarded} · voicemails ${voicemail} · call back ${callback} · hung up ${hungUp}`;
}

const percent = (share: number): string => `${Math.floor(share * 100)}%`.padStart(4);

function outcomes(tally: Tally): string {
  return Object.entries(STATUS_WORDS)
    .map(([status, words]) => `${words} ${number.format(tally.ended[status as CallStatus])}`)
    .join(' · ');
}

function agents(activities: readonly AgentActivity[]): string {
  const how = (...wanted: AgentActivity[]) =>
    activities.filter((activity) => wanted.includes(activity)).length;
  const offline = how('offline');
  return `${activities.length - offline} logged in · ${how('talking', 'leaving')} talking · ${how('wrap-up')} wrapping up · ${how('free', 'ringing')} free · ${how('break')} on a break`;
}
