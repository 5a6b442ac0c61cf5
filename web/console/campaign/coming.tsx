// Who is called next, and why in that order, or why not now.
import { LIVE, useAsk } from '../../kit/api/use-api.ts';
import { to } from '../../kit/router.tsx';
import { Asked } from '../../kit/ui/asked.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { useConsole } from '../language.ts';
import { VerdictBadge } from '../records/verdict-badge.tsx';

export function Coming({ campaign }: { campaign: string }) {
  const { t, format } = useConsole();
  const asking = { params: { campaign }, query: { limit: 8 } };
  const asked = useAsk('listNextRecords', asking, { every: 2 * LIVE });
  return (
    <Card title={t('coming.title')} flush>
      <Asked of={asked} data={asked.data?.body.items}>
        {(items) =>
          items.length === 0 ? (
            <p className="empty">{t('coming.none')}</p>
          ) : (
            <div className="table-wrap">
              <table className="folds">
                <caption className="hidden">{t('coming.title')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('records.record')}</th>
                    <th scope="col">{t('coming.due')}</th>
                    <th scope="col">{t('coming.order')}</th>
                    <th scope="col">{t('coming.verdict')}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map(({ record, significant, dueSince, because, verdict }) => (
                    <tr key={record}>
                      <th scope="row">
                        <a
                          href={to('/campaigns/{campaign}/records/{record}', { campaign, record })}
                        >
                          {significant || record.slice(-8)}
                        </a>
                      </th>
                      <td className="nowrap" data-label={t('coming.due')}>
                        {format.moment(dueSince)}
                      </td>
                      <td className="sentence" data-label={t('coming.order')}>
                        {format.sentence(because)}
                      </td>
                      <td className="sentence" data-label={t('coming.verdict')}>
                        <VerdictBadge kind={verdict.kind} /> {format.sentence(verdict.says)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Asked>
    </Card>
  );
}
