import type { Definitions } from '../../../language/definitions.ts';
import type { Path } from '../../../language/read-yaml.ts';
import type { Check } from '../check-facts.ts';

/** What a new instance allows. */
const NEW_INSTANCE = { numbers: 5, queues: 100, queuesPerGroup: 50 };

/** An instance allows so many of each; more fail the deployment half-way. */
export const overQuota: Check = function* ({ definitions, gaps, places }) {
  if (!gaps.isWhole(['centre', 'connect', 'quotas'])) return;
  const quotas = definitions.centre.connect.quotas ?? NEW_INSTANCE;
  for (const { path, what, count, quota } of needs(definitions, quotas)) {
    if (count <= quota) continue;
    const at = places.keyAt(path);
    yield { at, message: `${count} ${what}, where Connect allows ${quota}` };
  }
};

interface Need {
  readonly path: Path;
  readonly what: string;
  readonly count: number;
  readonly quota: number;
}

function needs({ centre, queues, groups }: Definitions, quotas: typeof NEW_INSTANCE): Need[] {
  const claimed = Object.values(centre.numbers).filter((number) => 'claim' in number);
  const served = (group: string) =>
    Object.values(queues).filter((queue) => queue.groups.includes(group)).length;
  return [
    {
      path: ['centre', 'numbers'],
      what: 'numbers to be claimed',
      count: claimed.length,
      quota: quotas.numbers,
    },
    {
      path: ['queues'],
      what: 'queues',
      count: Object.keys(queues).length,
      quota: quotas.queues,
    },
    ...Object.keys(groups).map((group) => ({
      path: ['groups', group],
      what: `queues of group '${group}'`,
      count: served(group),
      quota: quotas.queuesPerGroup,
    })),
  ];
}
