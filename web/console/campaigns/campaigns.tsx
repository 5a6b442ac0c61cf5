// All campaigns of the supervisor.
import { LIVE, useList } from '../../kit/api/use-api.ts';
import { to } from '../../kit/router.tsx';
import { Asked } from '../../kit/ui/asked.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { useConsole } from '../language.ts';

export function Campaigns() {
  const { t } = useConsole();
  const list = useList('listCampaigns', { query: { limit: 100 } }, { every: LIVE });
  return (
    <Page title={t('console.campaigns')}>
      <Asked of={list} data={list.items}>
        {(campaigns) => (
          <ul>
            {campaigns.map(({ campaign, name, state }) => (
              <li key={campaign}>
                <a href={to('/campaigns/{campaign}', { campaign })}>{name}</a> {t(`state.${state}`)}
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </Page>
  );
}
