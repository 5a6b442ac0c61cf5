// Who calls the campaign's numbers during a run: people of its list, who know their own numbers by
// heart, strangers, and some who withhold theirs.

import type { CampaignRecord } from '../../domain/model/record.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { KnownCaller } from '../../simulation/phone-network/arrivals.ts';

/** Calls an hour, where nobody says how many: enough to keep a small reception busy. */
export const USUAL_CALLERS = 20;

export const ownNumbersOf = ({ campaigns }: Definitions, campaign: string): readonly string[] =>
  campaigns[campaign]?.channels.inbound?.numbers ?? [];

export function callersOf(records: readonly CampaignRecord[]): readonly KnownCaller[] {
  return records.flatMap(({ phones, fields }) => {
    const knows = Object.values(fields).flatMap((value) => {
      const digits = String(value ?? '');
      return /^\d{3,20}$/.test(digits) ? [digits] : [];
    });
    const [first] = phones;
    return first === undefined ? [] : [{ phone: first.value, knows }];
  });
}

/**
 * Queues the campaign's calls may wait in: the dialer's, those of its IVR, and those they flow over
 * into.
 */
export function queuesOf({ campaigns, ivrs, queues }: Definitions, campaign: string) {
  const channels = campaigns[campaign]?.channels;
  const blocks = Object.values(ivrs[channels?.inbound?.ivr ?? '']?.blocks ?? {});
  const named = [
    channels?.outbound?.queue,
    ...blocks.map((block) => (block.kind === 'queue' ? block.queue : undefined)),
  ];
  const found = new Set<string>();
  const add = (id: string | undefined) => {
    if (id === undefined || found.has(id)) return;
    found.add(id);
    add(queues[id]?.overflow);
  };
  named.forEach(add);
  return [...found];
}
