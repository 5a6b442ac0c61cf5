// The live view of a run, drawn from the tally and the simulated agents. Plain text and block
// characters.

import type { AgentActivity } from '../../domain/model/agent.ts';
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
}

const BAR = 30;
const number = new Intl.NumberFormat('en');

const STATUS_WORDS: Readonly<Record<CallStatus, string>> = {
  answered: 'answered',
  'not-answered': 'not answered',
  busy: 'busy',
  voicemail: 'voicemail',
  error: 'error',
  abandoned: 'abandoned',
};

export function drawView(facts: ViewFacts, tally: Tally): string {
  const over = tally.over.size;
  const aside = tally.aside.size;
  const share = tally.added === 0 ? 0 : (over + aside) / tally.added;
  const ended = Object.values(tally.ended).reduce((sum, n) => sum + n, 0);
  const open = tally.added - over - aside - tally.recalls.size;
  const rows: [string, string][] = [
    [
      'records',
      `${bar(share)} ${percent(share)}  ${number.format(tally.added)} ${facts.placesCalls ? 'imported' : 'known'} · ${number.format(over)} closed · ${number.format(aside)} set aside · ${number.format(tally.recalls.size)} recalls · ${number.format(open)} open`,
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
    [
      'success',
      `${number.format(tally.successes.size)} records · ${number.format(tally.sms)} SMS · ${number.format(tally.email)} e-mails · ${number.format(tally.events)} events`,
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
    ...(facts.placesCalls ? [`${number.format(ended)} calls`] : []),
    ...(facts.inbound ? [`${number.format(facts.inbound.received)} calls came in`] : []),
  ].join(' · ');
  return `${displayTime(facts.now, facts.timeZone)}  ${calls} · ${number.format(tally.over.size)} of ${number.format(tally.added)} records closed · ${tally.aside.size} set aside · ${tally.recalls.size} recalls · ${number.format(tally.successes.size)} successes`;
}

function bar(share: number): string {
  const full = Math.round(share * BAR);
  return '█'.repeat(full) + '░'.repeat(BAR - full);
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
