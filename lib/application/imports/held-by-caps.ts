// People who are added while they are at a cap (NEW-7). They become records like the others, due
// when there is room again: a cap holds for a while, so it bars nobody from a campaign.
import { capGates, capsOf } from '../../domain/ledger/contact-caps.ts';
import type { Gate } from '../../domain/model/gate.ts';
import { type Instant, toIso } from '../../domain/model/instant.ts';
import { defaultOf, type Endpoint } from '../../domain/model/record.ts';
import type { Campaign } from '../../language/schema/campaign.ts';
import type { Ports } from '../ports/ports.ts';
import { contactedBy } from './import-permission.ts';

export interface HeldBack {
  /** When the person may be contacted again. */
  readonly until: Instant;
  readonly gates: readonly Gate[];
}

interface Reachable {
  readonly phones: readonly Endpoint[];
  readonly emails: readonly Endpoint[];
}

interface Adding {
  readonly campaign: string;
  readonly settings: Campaign;
  readonly now: Instant;
}

/** By place; undefined for those who may be contacted now, and for who is no person. */
export async function heldByCaps(
  people: readonly (Reachable | undefined)[],
  { campaign, settings, now }: Adding,
  { contactLog, definitions }: Pick<Ports, 'contactLog' | 'definitions'>,
): Promise<readonly (HeldBack | undefined)[]> {
  const all = definitions.definitions();
  const caps = capsOf(all, campaign);
  const { outbound, sms } = settings.channels;
  if (caps.length === 0 || (outbound ?? sms) === undefined) return people.map(() => undefined);
  const addresses = [...new Set(people.flatMap((one) => (one ? addressesOf(one) : [])))];
  if (addresses.length === 0) return people.map(() => undefined);
  const known = await contactLog.pages(addresses);
  return people.map((one) => {
    const address = one && (defaultOf(one.phones) ?? defaultOf(one.emails));
    if (one === undefined || address === undefined) return undefined;
    const own = addressesOf(one);
    const pages = new Map([...known].filter(([each]) => own.includes(each)));
    const channel = contactedBy(settings);
    const zone = all.centre.timeZone;
    const full = capGates({ caps, channel, address, pages, isWanted: false, zone, now });
    const opens = full.flatMap(({ opens: at }) => at ?? []);
    if (opens.length === 0) return undefined;
    const until = opens.reduce((latest, at) => (at > latest ? at : latest));
    return { until, gates: full.map(({ gate }) => gate) };
  });
}

const addressesOf = ({ phones, emails }: Reachable): readonly string[] =>
  [...phones, ...emails].map(({ value }) => value);

/** As the report of an import and a preview say it. */
export const heldRemark = ({ until, gates }: HeldBack): string => {
  const full = gates.find(({ passed }) => !passed);
  return `contacted as often as caps allow (${full?.wanted}): due ${toIso(until)}`;
};
