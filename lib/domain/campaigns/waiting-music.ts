// What agents hear while they wait for a contact (CAM-5).
import type { Definitions } from '../../language/definitions.ts';
import type { Campaign } from '../../language/schema/campaign.ts';
import { campaignsOf } from './campaigns-of.ts';

/**
 * A file of recordings/: of the campaigns of a group that have music, that of the one with the
 * highest priority; of equal ones the first by its id.
 */
export function waitingMusicFor(
  definitions: Pick<Definitions, 'queues' | 'ivrs' | 'campaigns'>,
  group: string,
): string | undefined {
  const [first] = campaignsOf(definitions, group)
    .filter(({ campaign }) => campaign.waitingMusic !== undefined)
    .toSorted((a, b) => b.campaign.priority - a.campaign.priority || (a.id < b.id ? -1 : 1));
  return first?.campaign.waitingMusic;
}

/** All files that some desk plays. */
export const waitingMusicIn = (
  campaigns: Readonly<Record<string, Pick<Campaign, 'waitingMusic'>>>,
): readonly string[] => [
  ...new Set(
    Object.values(campaigns).flatMap(({ waitingMusic }) =>
      waitingMusic === undefined ? [] : [waitingMusic],
    ),
  ),
];
