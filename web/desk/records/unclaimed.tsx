// Conversations by text and by e-mail that nobody has, for whoever of the queue takes them.
import type { ItemOf } from '../../kit/api/operation-types.ts';
import { LIVE, useAsk, useChange } from '../../kit/api/use-api.ts';
import { to } from '../../kit/router.tsx';
import { Badge } from '../../kit/ui/badge.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { useDesk } from '../language.ts';

type Conversation = ItemOf<'listUnclaimed'>;

export function Unclaimed({ campaigns }: { campaigns: ReadonlyMap<string, string> }) {
  const { t, format } = useDesk();
  const found = useAsk('listUnclaimed', {}, { every: LIVE });
  const take = useChange('takeText', ['listUnclaimed', 'readDesk', 'listMyRecords']);
  const items = found.data?.body.items ?? [];
  if (items.length === 0 && take.error === null) return null;
  const press = ({ campaign, record, attempt }: Conversation) => {
    const params = { campaign, record, attempt };
    take.mutate(
      { params, body: { press: 'accept' } },
      {
        onSuccess: () => {
          location.hash = to('/contacts/{campaign}/{record}/{attempt}', params);
        },
      },
    );
  };
  return (
    <section className="card" aria-label={t('unclaimed.title')}>
      <div className="card-head">
        <h2>{t('unclaimed.title')}</h2>
      </div>
      <ul className="mine">
        {items.map((one) => (
          <li key={one.attempt}>
            <Badge tone={one.until === undefined ? 'warn' : 'calm'}>
              {t(one.until === undefined ? 'mine.unhandled' : `channel.${one.channel}`)}
            </Badge>
            <span>
              <strong>{one.name || t('contact.nameless')}</strong>
              <span className="soft"> {campaigns.get(one.campaign) ?? one.campaign}</span>
            </span>
            <span className="soft nowrap">{format.moment(one.since)}</span>
            <Button isDisabled={take.isPending} onPress={() => press(one)}>
              {t('unclaimed.take')}
              <span className="hidden"> {one.name || t('contact.nameless')}</span>
            </Button>
          </li>
        ))}
      </ul>
      {take.error && (
        <div className="card-body">
          <ProblemNote error={take.error} />
        </div>
      )}
    </section>
  );
}
