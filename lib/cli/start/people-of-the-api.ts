// Who can sign in to the API of a local run: the centre's agents and supervisors under their own
// names, and an administrator.
import type { Definitions } from '../../language/definitions.ts';
import type { LocalCloud } from '../../local/local-cloud.ts';

const ADMINISTRATOR = 'admin';

interface Person {
  readonly username: string;
  readonly email?: string;
  readonly groups: readonly string[];
}

function peopleWhoSignIn({ groups, centre }: Definitions): readonly Person[] {
  const agents = Object.values(groups).flatMap((group) => group.agents);
  const people = [
    { username: ADMINISTRATOR, groups: ['administrator'] },
    ...Object.entries(centre.supervisors).map(([username, { email }]) => ({
      username,
      email,
      groups: ['supervisor'],
    })),
    ...agents.map((username) => ({ username, groups: ['agent'] })),
  ];
  // somebody may be several of these
  const byName = Map.groupBy(people, ({ username }) => username);
  return [...byName].map(([username, same]) => {
    const email = same.map((one) => ('email' in one ? one.email : undefined)).find(Boolean);
    const all = [...new Set(same.flatMap((one) => one.groups))];
    return email === undefined ? { username, groups: all } : { username, email, groups: all };
  });
}

export function addPeople({ userPools }: LocalCloud, definitions: Definitions): void {
  for (const pool of userPools.all())
    for (const person of peopleWhoSignIn(definitions)) pool.addUser(person);
}
