// What a campaign still needs before it may be switched on: every reason at once, as sentences
// (CAM-2). Whether the definitions are right in themselves is the compiler's question; here it is
// whether they are enough.
import type { Definitions } from '../../language/definitions.ts';
import type { Campaign, Outbound } from '../../language/schema/campaign.ts';
import type { Inbound } from '../../language/schema/inbound.ts';
import type { Sms } from '../../language/schema/text-channel.ts';

export interface Missing {
  /** Kebab-case name of what is missing. */
  readonly what:
    | 'campaign'
    | 'channel'
    | 'queue'
    | 'agents'
    | 'sender'
    | 'caller-ids'
    | 'numbers'
    | 'ivr'
    | 'rule'
    | 'classifiers'
    | 'closing-classifier'
    | 'significant-field';
  /** A sentence for the person who switches it on. */
  readonly message: string;
}

/** Empty when the campaign can be switched on. */
export function campaignReadiness(definitions: Definitions, id: string): readonly Missing[] {
  const campaign = definitions.campaigns[id];
  if (!campaign) return [missing('campaign', `there is no campaign '${id}'`)];
  const { outbound, inbound, sms } = campaign.channels;
  if (!outbound && !inbound && !sms)
    return [missing('channel', 'no channel is on: it has nothing to do')];
  return [
    ...(outbound ? queueNeeds(definitions, outbound) : []),
    ...(outbound ? callNeeds(definitions, outbound) : []),
    ...(inbound ? answeringNeeds(definitions, inbound) : []),
    ...(sms ? textingNeeds(definitions, sms) : []),
    ...recordNeeds(campaign),
  ];
}

function answeringNeeds({ centre, ivrs }: Definitions, inbound: Inbound): readonly Missing[] {
  const { numbers, ivr } = inbound;
  const known = numbers.some((number) => number in centre.numbers);
  return [
    ...(known ? [] : [missing('numbers', 'it has no own number that customers could dial')]),
    ...(ivr in ivrs ? [] : [missing('ivr', `its IVR '${ivr}' does not exist`)]),
  ];
}

/** SMS-1 to SMS-3. */
function textingNeeds(definitions: Definitions, sms: Sms): readonly Missing[] {
  const { numbers, names } = definitions.centre.sms;
  const has =
    sms.from === 'random' ? numbers.length > 0 : [...numbers, ...names].includes(sms.from);
  return [
    ...queueNeeds(definitions, sms),
    ...(has ? [] : [missing('sender', `the centre has no sender '${sms.from}' for its texts`)]),
  ];
}

const missing = (what: Missing['what'], message: string): Missing => ({ what, message });

function queueNeeds(
  { queues, groups }: Definitions,
  { queue }: Pick<Outbound, 'queue'>,
): readonly Missing[] {
  if (queue === undefined) return [missing('queue', 'no queue takes its calls')];
  const found = queues[queue];
  if (!found) return [missing('queue', `its queue '${queue}' does not exist`)];
  const agents = found.groups.flatMap((group) => groups[group]?.agents ?? []);
  return agents.length > 0 ? [] : [missing('agents', `its queue '${queue}' has no agents`)];
}

function callNeeds({ centre, rules }: Definitions, outbound: Outbound): readonly Missing[] {
  const { callerIds, rule } = outbound;
  const numbers = callerIds.filter((number) => number in centre.numbers);
  return [
    ...(numbers.length > 0 ? [] : [missing('caller-ids', 'it has no own number to show')]),
    ...(rule !== undefined && rule in rules
      ? []
      : [missing('rule', 'no callback rule says what follows a call that nobody classified')]),
  ];
}

function recordNeeds({ fields, classifiers, goal }: Campaign): readonly Missing[] {
  const list = Object.values(classifiers);
  const isNamed = Object.values(fields).some(({ significant }) => significant);
  const ends = goal === 'none' || list.some(({ closes, recontact }) => closes || !recontact);
  return [
    ...(isNamed ? [] : [missing('significant-field', 'no field is marked as the significant one')]),
    ...(list.length > 0 ? [] : [missing('classifiers', 'agents have no classifier to choose')]),
    ...(list.length === 0 || ends
      ? []
      : [missing('closing-classifier', 'every classifier sets a recall, so it would never end')]),
  ];
}
