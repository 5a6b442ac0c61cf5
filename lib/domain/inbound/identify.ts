// Whose call is it? By the number called from: one record, several or none (IVR-12). Of several,
// the one that was in contact last holds the call until the caller is recognised (IVR-5).
import type { Gate } from '../model/gate.ts';
import type { Identity } from '../model/inbound-call.ts';
import type { CampaignRecord } from '../model/record.ts';

export interface Identified {
  readonly identity: Identity;
  /** Missing when no record has the number: the call makes one. */
  readonly holder?: CampaignRecord;
  readonly gates: readonly Gate[];
}

/** @param found the records with the number; none for a withheld one */
export function identify(found: readonly CampaignRecord[], withheld: boolean): Identified {
  const [holder] = found.toSorted(lastInContactFirst);
  const gates: Gate[] = [
    { gate: 'number-shown', passed: !withheld, saw: withheld ? 'withheld' : 'shown' },
    { gate: 'records-with-number', passed: found.length === 1, saw: found.length, wanted: 1 },
  ];
  if (holder === undefined) return { identity: 'none', gates };
  return { identity: found.length === 1 ? 'one' : 'several', holder, gates };
}

function lastInContactFirst(a: CampaignRecord, b: CampaignRecord): number {
  return (
    (b.lastContact ?? 0) - (a.lastContact ?? 0) ||
    b.updatedAt - a.updatedAt ||
    (a.record < b.record ? -1 : 1)
  );
}

/**
 * Of the records whose field has the value, the caller's; several are distinguished by the number,
 * or not at all.
 */
export function recognise(
  named: readonly CampaignRecord[],
  phone: string,
): { readonly recognised?: CampaignRecord; readonly gates: readonly Gate[] } {
  const withNumber = named.filter(({ phones }) => phones.some(({ value }) => value === phone));
  const candidates = named.length > 1 ? withNumber : named;
  const [recognised] = candidates.length === 1 ? candidates : [];
  const gates: Gate[] = [
    { gate: 'records-with-value', passed: named.length > 0, saw: named.length },
    { gate: 'caller-recognised', passed: recognised !== undefined, saw: candidates.length },
  ];
  return recognised === undefined ? { gates } : { recognised, gates };
}
