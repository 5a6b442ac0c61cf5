// The route table. A capability adds its operations as rows of a file of its own and its handlers
// in lib/api/handlers; everything else follows.
import type { Route } from '../route.ts';
import { CAMPAIGN_READS, CAMPAIGN_WRITES } from './campaigns.ts';
import { CENTRE_READS } from './centre.ts';

export const READS = { ...CAMPAIGN_READS, ...CENTRE_READS } satisfies Record<string, Route>;

export const WRITES = { ...CAMPAIGN_WRITES } satisfies Record<string, Route>;

export const ROUTES: Readonly<Record<string, Route>> = { ...READS, ...WRITES };
