// All that the API says, in one.
import { pl as problems } from './problems.ts';
import { pl as reasons } from './reasons.ts';
import { pl as refusals } from './refusals.ts';
import { pl as timeline } from './timeline.ts';
import { pl as words } from './words.ts';

export const pl = { ...timeline, ...reasons, ...words, ...problems, ...refusals };
