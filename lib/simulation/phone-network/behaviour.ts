// How simulated people behave, as plain data. The defaults are figures of the trade for warm
// consumer lists: answers cluster at 6 to 10 s and, by machines, at 18 to 22 s; talk and wrap-up
// are log-normal.

/** A log-normal length of time: mean in seconds and coefficient of variation. */
export interface DurationSpread {
  readonly mean: number;
  readonly variation: number;
}

/**
 * What a scripted callee does with one call. `hangs-up-waiting`: picks up, but not for an agent's
 * sake.
 */
export type ScriptedReply =
  | 'answers'
  | 'rings-out'
  | 'is-busy'
  | 'is-invalid'
  | 'fails'
  | 'voicemail'
  | 'hangs-up-waiting';

export interface CalleeBehaviour {
  /** Mean chance, 0 to 1, that a person picks up; people differ by up to `differ` of it. */
  readonly answer: number;
  readonly differ: number;
  /** Factors of that chance for the local hours 0 to 23. */
  readonly answerByHour: readonly number[];
  /**
   * Shares of numbers that do not exist, and of people with a mailbox that takes what they do not.
   */
  readonly wrongNumber: number;
  readonly mailbox: number;
  /** Chances of one call. */
  readonly busy: number;
  readonly failure: number;
  /** From dialing to the first ring. */
  readonly setUp: DurationSpread;
  readonly ring: DurationSpread;
  readonly mailboxRing: DurationSpread;
  /** From the answer until a person who still has no agent hangs up. */
  readonly patience: DurationSpread;
  readonly talk: DurationSpread;
  /** Share of talks the callee ends. */
  readonly hangsUp: number;
  /**
   * Phone to what it does with its first, second … call; the last is repeated. Others act by
   * chance.
   */
  readonly scripts: Readonly<Record<string, readonly ScriptedReply[]>>;
}

interface AnswersByHand {
  /** From the first ring to the talk. */
  readonly accept: DurationSpread;
  /** Chances that a call is rejected at once, and that it rings until Connect takes it away. */
  readonly rejects: number;
  readonly misses: number;
  /** Seconds Connect rings an agent. */
  readonly ringsFor: number;
  /** Seconds until an agent who missed a call is available again. */
  readonly clears: number;
}

export interface OffersBehaviour {
  /** From the record on the screen to the press of a button. */
  readonly reads: DurationSpread;
  /**
   * Chances that a record is skipped, and that the agent does not react before the offer expires.
   */
  readonly skips: number;
  readonly ignores: number;
}

export interface AgentBehaviour {
  /** From the offer to the talk. */
  readonly accept: DurationSpread;
  /** Of agents who start the calls themselves. */
  readonly offers: OffersBehaviour;
  /** Of agents whose calls are not answered for them. */
  readonly byHand: AnswersByHand;
  readonly wrapUp: DurationSpread;
  /** Seconds after which wrap-up ends by itself. */
  readonly wrapUpLimit: number;
  /** Share of contacts an agent leaves without a classification. */
  readonly forgets: number;
  /** Seconds between breaks and of a break; no breaks when missing. */
  readonly breaks?: { readonly every: number; readonly last: number };
  /**
   * Share of talks in which the agent puts the caller on hold, when and how long; never when
   * missing.
   */
  readonly holds?: {
    readonly share: number;
    readonly after: DurationSpread;
    readonly last: DurationSpread;
  };
  /** Seconds within which everybody has logged in. */
  readonly logInWithin: number;
}

/** How people act who call us. */
export interface CallerBehaviour {
  /** Factors of the rate of calls for the local hours 0 to 23. */
  readonly byHour: readonly number[];
  /** Shares of callers who are not contacts of the campaign, and who withhold their number. */
  readonly strangers: number;
  readonly withheld: number;
  /**
   * Chances at one question of an IVR: to say nothing, to press what is not offered, to hang up.
   */
  readonly silent: number;
  readonly wrong: number;
  readonly hangsUpInIvr: number;
  /** From the end of a question to the first key. */
  readonly thinking: DurationSpread;
  /** From the moment they wait until they hang up. */
  readonly patience: DurationSpread;
  readonly talk: DurationSpread;
  /** Share of talks the caller ends. */
  readonly hangsUp: number;
  /** Share of callers who say something after the tone, and how long. */
  readonly leavesMessage: number;
  readonly message: DurationSpread;
  /** Chance that a number a call is forwarded to is answered. */
  readonly forwardedAnswer: number;
}

/** How people act with e-mails they can answer. */
export interface EmailBehaviour {
  /** Chances that the first one is answered, and that a program answers. */
  readonly reply: number;
  readonly automatic: number;
  /** Until the person answers. */
  readonly after: DurationSpread;
}

/** How people and agents act with text messages. */
export interface TextBehaviour {
  /** Chances that the first text is answered, and that it is answered with STOP or the like. */
  readonly reply: number;
  readonly stop: number;
  /** Until the person answers. */
  readonly after: DurationSpread;
  /** Until the agent has read and answered, and again until they have classified. */
  readonly reads: DurationSpread;
}

export interface Behaviour {
  /** Where the people live. */
  readonly timeZone: string;
  /**
   * Whether Connect detects answering machines; off by default, as Connect demands campaign traffic
   * for it.
   */
  readonly machineDetection: boolean;
  readonly callees: CalleeBehaviour;
  readonly callers: CallerBehaviour;
  readonly agents: AgentBehaviour;
  readonly texts: TextBehaviour;
  readonly emails: EmailBehaviour;
}

const NIGHT = 0.05;

const DEFAULT_BEHAVIOUR: Behaviour = {
  timeZone: 'UTC',
  machineDetection: false,
  callees: {
    answer: 0.3,
    differ: 0.6,
    answerByHour: [
      ...Array.from({ length: 7 }, () => NIGHT),
      0.5,
      0.8,
      0.9,
      1,
      1,
      0.9,
      0.9,
      0.9,
      1,
      1.1,
      1.2,
      1.3,
      1.2,
      1,
      0.6,
      ...Array.from({ length: 2 }, () => NIGHT),
    ],
    wrongNumber: 0.03,
    mailbox: 0.5,
    busy: 0.04,
    failure: 0.02,
    setUp: { mean: 2.5, variation: 0.4 },
    ring: { mean: 9, variation: 0.55 },
    mailboxRing: { mean: 20, variation: 0.12 },
    patience: { mean: 12, variation: 0.8 },
    talk: { mean: 120, variation: 1.1 },
    hangsUp: 0.5,
    scripts: {},
  },
  callers: {
    byHour: [
      ...Array.from({ length: 7 }, () => 0.02),
      0.4,
      0.9,
      1.2,
      1.2,
      1.1,
      0.9,
      0.9,
      1,
      1,
      0.9,
      0.7,
      0.4,
      0.2,
      0.1,
      0.1,
      ...Array.from({ length: 2 }, () => 0.02),
    ],
    strangers: 0.25,
    withheld: 0.05,
    silent: 0.04,
    wrong: 0.03,
    hangsUpInIvr: 0.02,
    thinking: { mean: 1.5, variation: 0.5 },
    patience: { mean: 150, variation: 0.8 },
    talk: { mean: 150, variation: 1 },
    hangsUp: 0.6,
    leavesMessage: 0.6,
    message: { mean: 18, variation: 0.5 },
    forwardedAnswer: 0.8,
  },
  agents: {
    accept: { mean: 1, variation: 0.3 },
    offers: { reads: { mean: 20, variation: 0.6 }, skips: 0.03, ignores: 0.02 },
    byHand: {
      accept: { mean: 4, variation: 0.5 },
      rejects: 0.02,
      misses: 0.03,
      ringsFor: 20,
      clears: 10,
    },
    wrapUp: { mean: 20, variation: 0.8 },
    wrapUpLimit: 30,
    forgets: 0.03,
    breaks: { every: 5400, last: 600 },
    holds: { share: 0.1, after: { mean: 40, variation: 0.6 }, last: { mean: 35, variation: 0.8 } },
    logInWithin: 120,
  },
  texts: {
    reply: 0.15,
    stop: 0.02,
    after: { mean: 600, variation: 1 },
    reads: { mean: 45, variation: 0.6 },
  },
  emails: { reply: 0.2, automatic: 0.03, after: { mean: 3600, variation: 1 } },
};

/** The defaults with parts replaced. */
export function behaviour(
  changes: {
    readonly timeZone?: string;
    readonly machineDetection?: boolean;
    readonly callees?: Partial<CalleeBehaviour>;
    readonly callers?: Partial<CallerBehaviour>;
    readonly agents?: Partial<AgentBehaviour>;
    readonly texts?: Partial<TextBehaviour>;
    readonly emails?: Partial<EmailBehaviour>;
  } = {},
): Behaviour {
  return {
    timeZone: changes.timeZone ?? DEFAULT_BEHAVIOUR.timeZone,
    machineDetection: changes.machineDetection ?? DEFAULT_BEHAVIOUR.machineDetection,
    callees: { ...DEFAULT_BEHAVIOUR.callees, ...changes.callees },
    callers: { ...DEFAULT_BEHAVIOUR.callers, ...changes.callers },
    agents: { ...DEFAULT_BEHAVIOUR.agents, ...changes.agents },
    texts: { ...DEFAULT_BEHAVIOUR.texts, ...changes.texts },
    emails: { ...DEFAULT_BEHAVIOUR.emails, ...changes.emails },
  };
}
