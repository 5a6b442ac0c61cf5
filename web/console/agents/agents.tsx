// Groups, and what each agent is doing now.
import type { ItemOf } from '../../kit/api/operation-types.ts';
import { LIVE, useAsk } from '../../kit/api/use-api.ts';
import { Asked } from '../../kit/ui/asked.tsx';
import { Badge, type Tone } from '../../kit/ui/badge.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { useConsole } from '../language.ts';
import { useNames } from '../names.ts';

type Group = ItemOf<'listGroups'>;

export function Agents() {
  const { t } = useConsole();
  const asked = useAsk('listGroups', {}, { every: LIVE });
  return (
    <Page title={t('console.agents')}>
      <Asked of={asked} data={asked.data?.body.items}>
        {(groups) => (
          <div className="stack">
            {groups.map((group) => (
              <GroupCard key={group.group} {...group} />
            ))}
          </div>
        )}
      </Asked>
    </Page>
  );
}

const TONES: Readonly<Record<Group['agents'][number]['activity'], Tone>> = {
  free: 'good',
  ringing: 'calm',
  talking: 'calm',
  'wrap-up': 'calm',
  break: 'warn',
  leaving: 'warn',
  offline: 'off',
};
const ORDER = Object.keys(TONES);

function GroupCard({ name, queues, agents }: Group) {
  const { t, format } = useConsole();
  const names = useNames();
  const online = agents.filter(({ activity }) => activity !== 'offline').length;
  const sorted = agents.toSorted((a, b) => ORDER.indexOf(a.activity) - ORDER.indexOf(b.activity));
  return (
    <Card
      title={name}
      beside={
        <span className="soft">
          {t('agents.online', { online, n: agents.length })}
          {queues.length > 0 && ` · ${format.list(queues)}`}
        </span>
      }
    >
      <ul className="people">
        {sorted.map(({ agent, activity, since }) => (
          <li key={agent}>
            <span>{agent}</span>
            <Badge tone={TONES[activity]}>{names.activity(activity)}</Badge>
            <small className="soft">
              {since !== undefined && activity !== 'offline' && format.time(since)}
            </small>
          </li>
        ))}
      </ul>
    </Card>
  );
}
