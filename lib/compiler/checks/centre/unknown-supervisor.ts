import { type Check, namesAt, unlessKnown } from '../check-facts.ts';

/** The supervisors of a campaign are the centre's (MON-6). */
export const unknownSupervisor: Check = function* (facts) {
  const { definitions, places } = facts;
  const known = namesAt(facts, definitions.centre.supervisors, ['centre', 'supervisors']);
  for (const [campaign, { supervisors }] of Object.entries(definitions.campaigns)) {
    for (const [index, id] of supervisors.entries()) {
      const at = places.valueAt(['campaigns', campaign, 'supervisors', index]);
      const message = `campaign '${campaign}' names supervisor '${id}', who does not exist`;
      yield* unlessKnown(id, known, at, message);
    }
  }
};
