// All that the API says, in one.
import { cs as problems } from './problems.ts';
import { cs as reasons } from './reasons.ts';
import { cs as refusals } from './refusals.ts';
import { cs as timeline } from './timeline.ts';
import { cs as words } from './words.ts';

export const cs = { ...timeline, ...reasons, ...words, ...problems, ...refusals };
