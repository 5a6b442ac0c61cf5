// What one number does with one call. A person's traits are a pure function of (seed, phone), a
// call's course of (seed, phone, how many calls came before, local hour): two dialers meet the same
// people.
import { between, logNormal, type Random } from '../random.ts';
import type { Behaviour, CalleeBehaviour, DurationSpread, ScriptedReply } from './behaviour.ts';

/** The course of a call, in milliseconds from the moment it was started. */
export type Reply =
  | {
      readonly kind: 'picks-up';
      readonly after: number;
      readonly by: 'person' | 'machine';
      /** How long without an agent until the callee hangs up. */
      readonly patience: number;
      readonly talk: number;
      /** Whether the callee ends the talk. */
      readonly hangsUp: boolean;
    }
  | { readonly kind: 'fails'; readonly after: number; readonly reason: FailureReason };

/** In Connect's words. */
type FailureReason =
  | 'TELECOM_UNANSWERED'
  | 'TELECOM_BUSY'
  | 'TELECOM_NUMBER_INVALID'
  | 'TELECOM_PROBLEM';

export interface DialedCall {
  readonly phone: string;
  /** Calls to this number before this one. */
  readonly earlier: number;
  readonly localHour: number;
  /** Seconds. */
  readonly ringFor: number;
}

/** Seconds a mailbox records, and an agent needs to notice it. */
const MAILBOX_RECORDS = 45;
const NOTICING_A_MACHINE = { mean: 8, variation: 0.3 };

export function replyTo(call: DialedCall, behaviour: Behaviour, seed: Random): Reply {
  const { callees } = behaviour;
  const random = seed.fork(`${call.phone}/${call.earlier}`);
  const intent = scripted(call, callees) ?? drawn(call, callees, seed, random);
  return COURSE[intent](call, callees, random);
}

function scripted({ phone, earlier }: DialedCall, { scripts }: CalleeBehaviour) {
  const script = scripts[phone];
  return script?.[Math.min(earlier, script.length - 1)];
}

function drawn(
  call: DialedCall,
  callees: CalleeBehaviour,
  seed: Random,
  random: Random,
): ScriptedReply {
  const person = traits(call.phone, callees, seed);
  if (person.wrongNumber) return 'is-invalid';
  const roll = random.next();
  if (roll < callees.failure) return 'fails';
  if (roll < callees.failure + callees.busy) return 'is-busy';
  const answers = Math.min(1, person.answer * (callees.answerByHour[call.localHour] ?? 1));
  if (random.next() < answers) return 'answers';
  const inTime = mailboxRings(callees, random.fork('mailbox')) <= call.ringFor * 1000;
  return person.mailbox && inTime ? 'voicemail' : 'rings-out';
}

/** Whether the number exists, as the network knows without calling it. */
export function isInService(phone: string, { callees }: Behaviour, seed: Random): boolean {
  const script = callees.scripts[phone];
  if (script !== undefined) return !script.includes('is-invalid');
  return !traits(phone, callees, seed).wrongNumber;
}

export interface Traits {
  readonly wrongNumber: boolean;
  readonly mailbox: boolean;
  /** Chance of picking up, before the hour of day. */
  readonly answer: number;
}

export function traits(phone: string, callees: CalleeBehaviour, seed: Random): Traits {
  const random = seed.fork(phone);
  return {
    wrongNumber: random.next() < callees.wrongNumber,
    mailbox: random.next() < callees.mailbox,
    answer: callees.answer * between(random, 1 - callees.differ, 1 + callees.differ),
  };
}

type Course = (call: DialedCall, callees: CalleeBehaviour, random: Random) => Reply;

const COURSE: Readonly<Record<ScriptedReply, Course>> = {
  answers: (call, callees, random) => {
    const patience = drawDuration(random, callees.patience);
    return person(call, callees, random, patience);
  },
  'hangs-up-waiting': (call, callees, random) => person(call, callees, random, 100),
  voicemail: (call, callees, random) => ({
    kind: 'picks-up',
    after: whileRinging(call, mailboxRings(callees, random)),
    by: 'machine',
    patience: MAILBOX_RECORDS * 1000,
    talk: drawDuration(random, NOTICING_A_MACHINE),
    hangsUp: false,
  }),
  'rings-out': unanswered,
  'is-busy': (_, callees, random) => quickly('TELECOM_BUSY', callees, random),
  'is-invalid': (_, callees, random) => quickly('TELECOM_NUMBER_INVALID', callees, random),
  fails: (_, callees, random) => quickly('TELECOM_PROBLEM', callees, random),
};

/** Who means to pick up does so while it rings, at the latest with the last ring. */
function person(
  call: DialedCall,
  callees: CalleeBehaviour,
  random: Random,
  patience: number,
): Reply {
  const rings = drawDuration(random, callees.setUp) + drawDuration(random, callees.ring);
  return {
    kind: 'picks-up',
    after: whileRinging(call, rings),
    by: 'person',
    patience,
    talk: drawDuration(random, callees.talk),
    hangsUp: random.next() < callees.hangsUp,
  };
}

const mailboxRings = (callees: CalleeBehaviour, random: Random): number =>
  drawDuration(random, callees.setUp) + drawDuration(random, callees.mailboxRing);

const whileRinging = ({ ringFor }: DialedCall, rings: number): number =>
  Math.min(rings, ringFor * 1000 - 500);

function unanswered({ ringFor }: DialedCall): Reply {
  return { kind: 'fails', after: ringFor * 1000, reason: 'TELECOM_UNANSWERED' };
}

const quickly = (reason: FailureReason, { setUp }: CalleeBehaviour, random: Random): Reply => ({
  kind: 'fails',
  after: drawDuration(random, setUp),
  reason,
});

/** Whole milliseconds, at least one. */
export function drawDuration(random: Random, { mean, variation }: DurationSpread): number {
  return Math.max(1, Math.round(logNormal(random, mean, variation) * 1000));
}
