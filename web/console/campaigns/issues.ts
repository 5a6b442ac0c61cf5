// What is wrong with a campaign, or asks for a decision: the gravest first. Pure, from what the
// API says.
import type { Answer } from '../../kit/api/operation-types.ts';
import type { Tone } from '../../kit/ui/badge.tsx';

type Campaign = Answer<'readCampaign'>;
type Live = Answer<'readLive'>;

export type IssueKind =
  | 'cap-exceeded'
  | 'cap-near'
  | 'no-agents'
  | 'cannot-start'
  | 'no-records'
  | 'exhausted'
  | 'set-aside'
  | 'unhandled'
  | 'paused'
  | 'off';

export interface Issue {
  readonly kind: IssueKind;
  readonly tone: Tone;
  /** How many it is about. */
  readonly n: number;
}

/** Of the cap: from here on a supervisor should know. */
const NEAR = 0.8;
/** Answers below which a share says little. */
const ENOUGH = 20;

export function issuesOf(campaign: Campaign, live: Live | undefined): readonly Issue[] {
  const found = [
    ...abandonment(live),
    ...(campaign.state === 'running'
      ? whileRunning(campaign, live)
      : whileStanding(campaign, live)),
    ...people(campaign),
  ];
  return found.toSorted((a, b) => RANK.indexOf(a.tone) - RANK.indexOf(b.tone));
}

const RANK: readonly Tone[] = ['bad', 'warn', 'calm', 'off', 'good'];
const issue = (kind: IssueKind, tone: Tone, n = 0): Issue => ({ kind, tone, n });

function abandonment(live: Live | undefined): readonly Issue[] {
  const { abandonment: found } = live ?? {};
  if (found === undefined || found.answered < ENOUGH) return [];
  const share = found.abandoned / found.answered;
  if (share > found.cap) return [issue('cap-exceeded', 'bad')];
  return share > NEAR * found.cap ? [issue('cap-near', 'warn')] : [];
}

function whileRunning({ totals, channels, goal }: Campaign, live: Live | undefined) {
  const places = channels.includes('outbound');
  return [
    ...(live !== undefined && nobodyAtWork(live) ? [issue('no-agents', 'bad')] : []),
    ...(places && totals.records === 0 ? [issue('no-records', 'warn')] : []),
    ...(places && goal === 'none' && totals.records > 0 && totals.waiting === 0
      ? [issue('exhausted', 'warn')]
      : []),
  ];
}

const nobodyAtWork = ({ agents }: Live): boolean =>
  Object.entries(agents).every(([activity, n]) => activity === 'offline' || n === 0);

function whileStanding(
  { state, totals, channels }: Campaign,
  live: Live | undefined,
): readonly Issue[] {
  const against = live?.against.length ?? 0;
  return [
    ...(against > 0 ? [issue('cannot-start', 'bad', against)] : []),
    ...(state === 'paused' ? [issue('paused', 'warn', totals.waiting)] : []),
    ...(state === 'off' && channels.includes('outbound') && totals.records === 0
      ? [issue('no-records', 'calm')]
      : []),
    ...(state === 'off' && totals.waiting > 0 ? [issue('off', 'calm', totals.waiting)] : []),
  ];
}

function people({ totals }: Campaign): readonly Issue[] {
  const states: Readonly<Record<string, number>> = totals.states;
  const [aside = 0, unhandled = 0] = [states['set-aside'], states.unhandled];
  return [
    ...(aside > 0 ? [issue('set-aside', 'warn', aside)] : []),
    ...(unhandled > 0 ? [issue('unhandled', 'calm', unhandled)] : []),
  ];
}
