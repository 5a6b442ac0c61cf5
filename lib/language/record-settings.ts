// Whose records there are: of the campaigns, and of the directory of people.
import type { Definitions } from './definitions.ts';
import { own } from './dictionary.ts';
import type { Campaign } from './schema/campaign.ts';

/** Id of the directory where records are of a campaign or of it; no campaign may have it. */
export const DIRECTORY = 'directory';

/** Undefined where there is neither such a campaign nor, for its id, a directory. */
export const recordSettings = (
  { campaigns, directory }: Pick<Definitions, 'campaigns' | 'directory'>,
  id: string,
): Campaign | undefined => own(campaigns, id) ?? (id === DIRECTORY ? directory : undefined);
