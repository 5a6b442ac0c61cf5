// What is kept of people apart from their records, as the gates see it now: for whoever explains
// why somebody is contacted, or is not.
import type { KnownOfPerson } from '../../domain/dialing/gate-facts.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { Ports } from '../ports/ports.ts';
import { contactsAhead } from './contacting.ts';
import { standingsAhead } from './standings.ts';

export async function knownOfPeople(
  campaign: string,
  records: readonly CampaignRecord[],
  ports: Pick<Ports, 'ledger' | 'contactLog' | 'definitions'>,
): Promise<(record: CampaignRecord) => Promise<KnownOfPerson>> {
  const [standingOf, contactedOf] = await Promise.all([
    standingsAhead(records, ports.ledger),
    contactsAhead(campaign, records, ports),
  ]);
  return async (record) => ({
    standing: await standingOf(record),
    contacted: await contactedOf(record),
  });
}
