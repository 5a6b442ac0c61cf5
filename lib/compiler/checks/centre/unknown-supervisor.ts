import { type Check, namesAt, ownersOfRecords, unlessKnown } from '../check-facts.ts';

/** The supervisors of a campaign are the centre's (MON-6). */
export const unknownSupervisor: Check = function* (facts) {
  const { definitions, places } = facts;
  const known = namesAt(facts, definitions.centre.supervisors, ['centre', 'supervisors']);
  for (const [owner, { supervisors }] of ownersOfRecords(definitions)) {
    const [, campaign] = owner;
    const who = campaign === undefined ? 'the directory' : `campaign '${campaign}'`;
    for (const [index, id] of supervisors.entries()) {
      const at = places.valueAt([...owner, 'supervisors', index]);
      const message = `${who} names supervisor '${id}', who does not exist`;
      yield* unlessKnown(id, known, at, message);
    }
  }
};
