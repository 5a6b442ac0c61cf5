// What each entry of a record's journal says, as a sentence.
import { disconnectWords } from '../model/disconnect-reason.ts';
import { instant, toIso } from '../model/instant.ts';
import type { RecordEntry } from '../model/journal.ts';

type EntryOfType<T extends RecordEntry['type']> = Extract<RecordEntry, { type: T }>;
type Sentences = { readonly [T in RecordEntry['type']]: (entry: EntryOfType<T>) => string };

const time = (at: number): string => toIso(instant(at));
const maybe = (text: string | undefined, before = ''): string =>
  text === undefined ? '' : `${before}${text}`;

const SENTENCES: Sentences = {
  'record.added': ({ by, row }) => `added by ${by}${maybe(row?.toString(), ', row ')}`,
  'call.ordered': ({ phoneEnds }) => `a call to ${phoneEnds} was ordered`,
  'record.offered': ({ agent, seconds, starts, work }) => {
    if (starts === 'by-agent') {
      const what = work === undefined ? 'to start the call' : 'to accept it';
      return `offered to ${agent}, who has ${seconds} s ${what}`;
    }
    return `offered to ${agent}${seconds > 0 ? `, ${seconds} s before the call` : ''}`;
  },
  'offer.taken': ({ agent, seconds }) =>
    seconds === undefined
      ? `${agent} pressed call`
      : `${agent} accepted it, ${seconds} s before the call`,
  'offer.returned': ({ agent = 'the agent', because, until }) =>
    `${because === 'skipped' ? `${agent} skipped it` : `${agent} did not start the call in time`}; offered again from ${time(until)}`,
  'call.placed': ({ contact }) => `Connect placed the call (contact ${contact})`,
  'call.unclear': ({ until }) =>
    `Connect did not say whether it placed the call; its word is awaited until ${time(until)}`,
  'call.refused': ({ reason }) => `Connect refused the call: ${reason}`,
  'call.answered': ({ by, agent }) =>
    by === 'customer' ? 'the customer picked up' : `${agent ?? 'an agent'} took the call`,
  'call.routed': ({ queue }) => `sent to the queue${maybe(queue, ' ')}`,
  'call.priority-raised': ({ queue, waited, level }) =>
    `after ${waited} s in ${queue} the priority rose to ${level}`,
  'call.ended': (entry) => `the call ended: ${howItEnded(entry)}`,
  'call.transferred': ({ to, queue, agent }) =>
    to === 'outside'
      ? 'the agent transferred the call to a number outside'
      : `the agent transferred the call to ${to === 'queue' ? 'the queue' : 'the agent'}${maybe(to === 'queue' ? queue : agent, ' ')}`,
  'attempt.settled': ({ classified, rule, nextNumber }) => {
    if (nextNumber !== undefined) return `the call failed: number ${nextNumber} is called next`;
    const how = classified ? 'the contact is finished and classified' : 'the contact is finished';
    return rule === undefined ? how : `${how}; callback rule ${rule} runs next`;
  },
  'record.classified': ({ classifier, by, success }) =>
    `${by} classified it as ${classifier}${success ? ', a success' : ''}`,
  'script.answered': ({ by, script, answers }) => {
    const questions = Object.keys(answers).join(', ');
    return `${by} answered ${questions === '' ? 'questions' : questions} of script ${script}`;
  },
  'record.unhandled': ({ agent }) =>
    `the wrap-up${maybe(agent, ' of ')} ran out without a classification`,
  'rule.applied': ({ rule, path, restarted, skipped }) =>
    `rule ${rule}${path.length > 0 ? ` went through ${path.join(', ')}` : ' did nothing'}${maybe(
      restarted,
      '; it started again at the trigger because there is no longer a tile ',
    )}${maybe(skipped?.join(', '), '; what the classifier decided stands, without the actions of ')}`,
  'record.default-changed': ({ of, place, by }) =>
    `${by} made ${of === 'phone' ? 'number' : 'address'} ${place} the default`,
  'record.recall-scheduled': ({ for: at, by }) => `${by} set the next call for ${time(at)}`,
  'record.edited': ({ by, changed }) => `${by} edited ${changed.join(', ')}`,
  'record.postponed': ({ at, until }) =>
    until > at ? `not called; put off until ${time(until)}` : 'not called after all; it stays due',
  'record.blocked': ({ because }) => `not contacted: ${because}`,
  'record.closed': ({ because }) => `closed: ${because}`,
  'record.set-aside': ({ because }) => `set aside, neither closed nor called again: ${because}`,
  'record.put-back': ({ by, for: at }) =>
    `${by} put it back into the list, to be called from ${time(at)}`,
  'record.reserved': ({ for: agent, by }) => `private to ${agent} from now on, by ${by}`,
  'record.released': ({ by }) => `no longer private, by ${by}`,
  'record.passed-on': ({ how, to, outcome, leftOut, because }) => {
    if (outcome === 'refused') return `not ${how} to campaign ${to}: ${because ?? 'refused'}`;
    if (outcome === 'present') return `not ${how} to campaign ${to}: the person is there already`;
    return `${how} to campaign ${to}${maybe(leftOut?.join(', '), ', without ')}`;
  },
  'record.deleted': ({ because }) => `deleted: ${because}`,
  'record.parameter-added': ({ to, name, value }) => `the ${to} got the parameter ${name}=${value}`,
  'message.ordered': ({ kind, by }) => `${NAME[kind]} was ordered${maybe(by, ' by ')}`,
  'message.received': ({ kind, agent, queue, optOut }) => {
    if (optOut === true) return 'the person answered that they want no more messages';
    const who = agent ?? (queue === undefined ? undefined : `the agents of ${queue}`);
    return `the person sent ${NAME[kind]}${maybe(who, ' for ')}`;
  },
  'message.not-taken': ({ because }) => NOT_TAKEN[because],
  'conversation.taken': ({ agent }) => `${agent} accepted the conversation`,
  'conversation.declined': ({ agent, next }) =>
    next === undefined
      ? `${agent} rejected the conversation; nobody else is there`
      : `${agent} rejected the conversation; it goes to ${next}`,
  'message.not-ordered': ({ kind, because }) => `${NAME[kind]} could not be ordered: ${because}`,
  'message.sent': ({ kind }) => `${NAME[kind]} was taken by the provider`,
  'message.delivered': ({ kind }) => `${NAME[kind]} was delivered`,
  'message.failed': ({ kind, reason }) => `${NAME[kind]} was not delivered: ${reason}`,
  'message.bounced': () =>
    'the e-mail came back, as there is no such mailbox: the address is on the blacklist for e-mails',
  'message.complained': () =>
    'the person reported the e-mail as spam: the address is on the blacklist for e-mails',
  'message.opted-out': () =>
    'the provider says that the person wants no texts: the number is on the blacklist for them',
  'message.unknown': ({ kind }) =>
    `${NAME[kind]} may or may not have been sent; it is not repeated`,
  'call.received': ({ phoneEnds, identity, movedFrom }) =>
    movedFrom === undefined
      ? `a call came in from ${phoneEnds}: ${WHOSE[identity]}`
      : `the call that record ${movedFrom} held is this one’s: the caller was recognised`,
  'call.moved': ({ to, because }) => `the call goes on at record ${to}: ${because}`,
  'call.prioritised': ({ queue, level, reserve, agent }) =>
    `waits in ${queue} with priority ${level}${
      reserve === 'none' ? '' : `, first for ${agent ?? 'an agent'}${FIRST_FOR[reserve]}`
    }`,
  'call.missed': ({ gates }) => `the call reached no agent${whyNotBack(gates)}`,
  'call.forwarded': ({ block }) => `the call was forwarded by ${block} and taken outside`,
  'callback.requested': ({ phoneEnds, wanted }) =>
    `the caller asks to be called back on ${phoneEnds}, not before ${time(wanted)}`,
  'callback.refused': ({ because }) => `the caller cannot be called back: ${because}`,
  'voicemail.taken': ({ seconds }) => `the caller left a message of ${seconds} s`,
  'survey.answered': ({ question, key }) => `the caller answered ${question} with ${key}`,
  'survey.called': () => 'the caller is called back for the survey',
  'survey.not-called': ({ because }) => `the caller is not called back for the survey: ${because}`,
  'wrap-up.extended': ({ agent, until }) => `${agent} extended the wrap-up until ${time(until)}`,
};

function howItEnded({ status, reason, talkSeconds }: EntryOfType<'call.ended'>): string {
  const ending = status.replace('-', ' ');
  const why = reason === undefined ? ending : disconnectWords(reason);
  return [
    ending,
    // "busy, busy" would say nothing more
    ...(why === ending ? [] : [why]),
    ...(talkSeconds === undefined ? [] : [`talked ${talkSeconds} s`]),
  ].join(', ');
}

const WHOSE = {
  one: 'one record has the number',
  several: 'several records have the number',
  none: 'no record has the number',
} as const;
const FIRST_FOR = { private: ', whose record it is', last: ', who spoke with them last' } as const;

/** Gates that move a call back on instead of forbidding it. */
const MOVES: readonly string[] = ['recall-hours', 'callee-hours'];

function whyNotBack(gates: EntryOfType<'call.missed'>['gates']): string {
  const failed = gates.find(({ gate, passed }) => !passed && !MOVES.includes(gate));
  return failed === undefined ? '; it is called back' : '';
}

const NOT_TAKEN = {
  automatic: 'a program answered an e-mail, as when somebody is absent',
  spam: 'an e-mail came that was taken for spam',
  virus: 'an e-mail came that carried a virus',
} as const;

const NAME = { sms: 'a text message', email: 'an e-mail' } as const;

export function sentenceOf(entry: RecordEntry): string {
  const say = SENTENCES[entry.type] as (entry: RecordEntry) => string;
  return say(entry);
}
