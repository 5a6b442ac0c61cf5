// A centre on the local cloud for a story: the example's own assembly, few people who act as told.
import { checkedFolder } from '../../../lib/cli/checked-folder.ts';
import type { BusEvent } from '../../../lib/cli/start/bus-event.ts';
import { keptAssembly } from '../../../lib/cli/start/kept-assembly.ts';
import { type LocalCentre, startLocalCentre } from '../../../lib/cli/start/local-centre.ts';
import { countEvent, newTally, type Tally } from '../../../lib/cli/start/tally.ts';
import { type ContactId, campaignId, recordId } from '../../../lib/domain/model/ids.ts';
import type { RecordEntry } from '../../../lib/domain/model/journal.ts';
import type { Definitions } from '../../../lib/language/definitions.ts';
import type { Faults } from '../../../lib/local/faults.ts';
import {
  behaviour,
  type EmailBehaviour,
  type OffersBehaviour,
  type ScriptedReply,
  type TextBehaviour,
} from '../../../lib/simulation/phone-network/behaviour.ts';
import {
  type CallerScript,
  callerFromScript,
} from '../../../lib/simulation/phone-network/caller.ts';
import type { EventFaults } from '../../../lib/simulation/phone-network/delivery.ts';

const CLINIC = { folder: 'examples/clinic-recall', campaign: 'spring-recall' };
/** Monday, an hour before the agents come: 08:00 in Warsaw. */
export const START = Date.parse('2026-03-02T07:00:00Z');
const MINUTE = 60_000;
/** The speed at which time goes from one event to the next, with nothing to wait for. */
export const JUMPS = Number.POSITIVE_INFINITY;
/** How long a story waits for something, simulated. */
const LONGEST = 2 * 86_400_000;

const ASSEMBLIES = '.ringback/assemblies';

/** One synthesis of a folder serves every story. */
async function sharedAssembly(folder: string): Promise<string> {
  const done = await keptAssembly(folder, ASSEMBLIES);
  if (done.kind === 'failed') throw new Error(done.output);
  return done.assembly;
}

export interface StoryOptions {
  /** Another example than the clinic, with one of its campaigns. */
  readonly of?: StoryOf;
  /** Epoch ms; an hour before the agents come when missing. */
  readonly start?: number;
  /** National number as a CRM writes it, to what its owner does with the first, second … call. */
  readonly people: Readonly<Record<string, readonly ScriptedReply[]>>;
  readonly agents?: number | readonly { readonly id: string; readonly group: string }[];
  /** Share of contacts that agents leave unclassified, 0 to 1; none when missing. */
  readonly forgets?: number;
  /** What agents do with records offered to them. */
  readonly offers?: Partial<OffersBehaviour>;
  /** What people do with text messages. */
  readonly texts?: Partial<TextBehaviour>;
  /** What people do with e-mails. */
  readonly emails?: Partial<EmailBehaviour>;
  /** How often agents choose each classifier; all alike when missing. */
  readonly weights?: Readonly<Record<string, number>>;
  readonly faults?: Faults;
  readonly eventFaults?: EventFaults;
}

interface StoryOf {
  readonly folder: string;
  readonly campaign: string;
  /** Of its people's numbers: Poland's when missing. */
  readonly dialingCode?: string;
  /** The list a CRM would export; one that fits the clinic when missing. */
  readonly list?: (phones: readonly string[]) => string;
}

export interface Story {
  readonly centre: LocalCentre;
  readonly tally: Tally;
  readonly definitions: Definitions;
  readonly events: readonly BusEvent[];
  import(file?: string): Promise<Tally['imported']>;
  switchTo(state: 'running' | 'paused'): Promise<void>;
  /** Lets simulated minutes pass. */
  minutes(countEvent: number): Promise<void>;
  until(condition: () => boolean): Promise<void>;
  /** Entry types of the only record, or of the n-th added. */
  journal(n?: number): Promise<readonly RecordEntry[]>;
  callsTo(phone: string): number;
  /** Somebody dials one of the centre's numbers. @param from undefined: withheld */
  call(from: string | undefined, number: string, script: CallerScript): ContactId;
  end(): Promise<void>;
}

export async function story(options: StoryOptions): Promise<Story> {
  const {
    folder,
    campaign,
    dialingCode = '+48',
    list = clinicList,
  }: StoryOf = options.of ?? CLINIC;
  const checked = await checkedFolder(folder);
  if (checked.kind === 'refused') throw new Error(checked.lines.join('\n'));
  const { definitions } = checked;
  const tally = newTally();
  const events: BusEvent[] = [];
  const numbers = Object.keys(options.people);
  const scripts = Object.fromEntries(
    Object.entries(options.people).map(([phone, replies]) => [`${dialingCode}${phone}`, replies]),
  );
  const centre = await startLocalCentre({
    assembly: await sharedAssembly(folder),
    definitions,
    folder,
    agents: staffOf(options.agents),
    start: options.start ?? START,
    speed: JUMPS,
    seed: '1',
    weights: options.weights,
    behaviour: behaviour({
      timeZone: 'Europe/Warsaw',
      callees: { scripts },
      texts: options.texts,
      emails: { reply: 0, automatic: 0, ...options.emails },
      // nobody presses something else than the story says
      callers: { silent: 0, wrong: 0, hangsUpInIvr: 0, forwardedAnswer: 1 },
      agents: {
        forgets: options.forgets ?? 0,
        offers: { ...behaviour().agents.offers, ...options.offers },
      },
    }),
    onEvent: (event) => {
      events.push(event);
      countEvent(tally, event);
    },
    faults: options.faults,
    eventFaults: options.eventFaults,
  });
  const { time } = centre.cloud;
  time.resume();
  const csv = list(numbers);
  const records = () =>
    events.filter(({ type }) => type === 'record.added').map(({ detail }) => String(detail.record));
  return {
    centre,
    tally,
    definitions,
    events,
    async import(file = 'people.csv') {
      tally.imported = undefined;
      await centre.upload(`imports/${campaign}/${file}`, Buffer.from(csv));
      await time.until(() => tally.imported !== undefined);
      return tally.imported;
    },
    async switchTo(to) {
      const outcome = await centre.invoke('switch-campaign', {
        campaign,
        to,
        by: 'test',
      });
      if (outcome.kind === 'refused') throw new Error(outcome.reasons.join('; '));
    },
    minutes: (countEvent) => time.until(time.now() + countEvent * MINUTE),
    async until(condition) {
      const late = time.now() + LONGEST;
      await time.until(() => condition() || time.now() > late);
      if (condition()) return;
      const happened = events
        .map(
          ({ type, detail }) =>
            `${type} ${String(detail.because ?? JSON.stringify(detail.gates ?? ''))}`,
        )
        .join(', ');
      throw new Error(`two days on, it has not come to that; there was ${happened}`);
    },
    journal: (n = 0) =>
      centre.journal.ofRecord({
        campaign: campaignId(campaign),
        record: recordId(records()[n] ?? ''),
      }),
    call(from, number, script) {
      const to = centre.ownNumber(number);
      const caller = callerFromScript(script, behaviour().callers);
      const contact = centre.ring({ from, to, caller });
      if (contact === undefined) throw new Error(`${from} reached no flow`);
      return contact;
    },
    callsTo: (phone) => centre.network.callsTo(`${dialingCode}${phone}`).length,
    end: () => centre.stop(),
  };
}

export function clinicList(phones: readonly string[]): string {
  return ['Imię i nazwisko;Telefon;Telefon 2;E-mail;PESEL;Miasto;Pakiet;Waga']
    .concat(
      phones.map((phone, i) => `Osoba ${i};${phone};;osoba${i}@poczta.example;;Kraków;Senior;`),
    )
    .join('\r\n');
}

function staffOf(agents: StoryOptions['agents'] = 2) {
  if (typeof agents !== 'number') return agents;
  return Array.from({ length: agents }, (_, i) => ({ id: `agent-${i}`, group: 'recall-team' }));
}
