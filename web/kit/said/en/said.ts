// All that the API says, in one.
import { en as problems } from './problems.ts';
import { en as reasons } from './reasons.ts';
import { en as refusals } from './refusals.ts';
import { en as timeline } from './timeline.ts';
import { en as words } from './words.ts';

export const en = { ...timeline, ...reasons, ...words, ...problems, ...refusals };
