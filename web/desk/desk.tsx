// All places of the desk.
import { LIVE, useAsk } from '../kit/api/use-api.ts';
import { to } from '../kit/router.tsx';
import { Asked } from '../kit/ui/asked.tsx';
import { Page } from '../kit/ui/page.tsx';
import { Shell } from '../kit/ui/shell.tsx';
import { useDesk } from './language.ts';

export function Desk() {
  const { t } = useDesk();
  const offers = useAsk('listOffers', {}, { every: LIVE });
  const ways = [{ says: t('desk.work'), href: to('/'), leads: () => true }];
  return (
    <Shell name={t('desk.name')} ways={ways}>
      <Page title={t('desk.work')}>
        <Asked of={offers} data={offers.data?.body.items}>
          {(items) =>
            items.length === 0 ? (
              <p className="empty">{t('desk.nothing')}</p>
            ) : (
              <ul>
                {items.map(({ attempt, record, phase }) => (
                  <li key={attempt}>
                    {record} {phase}
                  </li>
                ))}
              </ul>
            )
          }
        </Asked>
      </Page>
    </Shell>
  );
}
