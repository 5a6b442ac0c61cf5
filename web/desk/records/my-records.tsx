// Records that wait for the agent: left without a classification, reserved, to be called again.
import type { ItemOf } from '../../kit/api/operation-types.ts';
import { LIVE, useAsk, useChange } from '../../kit/api/use-api.ts';
import { to } from '../../kit/router.tsx';
import { Asked } from '../../kit/ui/asked.tsx';
import { Badge } from '../../kit/ui/badge.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { useDraft } from '../contact/draft.ts';
import { usePlaces } from '../contact/places.ts';
import { Recontact } from '../contact/recontact.tsx';
import { useDesk } from '../language.ts';

type Mine = ItemOf<'listMyRecords'>;

const TONES = { unhandled: 'warn', reserved: 'calm', recall: 'calm' } as const;

export function MyRecords({ campaigns }: { campaigns: ReadonlyMap<string, string> }) {
  const { t } = useDesk();
  const mine = useAsk('listMyRecords', {}, { every: LIVE });
  return (
    <section className="card" aria-label={t('mine.title')}>
      <div className="card-head">
        <h2>{t('mine.title')}</h2>
      </div>
      <Asked of={mine} data={mine.data?.body.items}>
        {(items) =>
          items.length === 0 ? (
            <p className="empty">{t('mine.none')}</p>
          ) : (
            <ul className="mine">
              {[...items]
                .toSorted((a, b) => Number(b.as === 'unhandled') - Number(a.as === 'unhandled'))
                .map((item) => (
                  <Row key={`${item.campaign}/${item.record}`} item={item} campaigns={campaigns} />
                ))}
            </ul>
          )
        }
      </Asked>
    </section>
  );
}

function Row({ item, campaigns }: { item: Mine; campaigns: ReadonlyMap<string, string> }) {
  const { t, format } = useDesk();
  const { campaign, record, name, as, at, classifier, attempt, mayCallNow, mayMove } = item;
  const called = name || t('contact.nameless');
  return (
    <li>
      <Badge tone={TONES[as]}>{t(`mine.${as}`)}</Badge>
      <span>
        {attempt === undefined ? (
          <strong>{called}</strong>
        ) : (
          <a href={to('/contacts/{campaign}/{record}/{attempt}', { campaign, record, attempt })}>
            {called}
          </a>
        )}
        <span className="soft">
          {' '}
          {[campaigns.get(campaign) ?? campaign, classifier].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className="soft nowrap">{format.moment(at)}</span>
      {(mayCallNow || mayMove) && <Moves item={item} />}
    </li>
  );
}

/** Calling it before its time, and another time for it. */
function Moves({ item }: { item: Mine }) {
  const { t } = useDesk();
  const placeOf = usePlaces();
  const set = useChange('setRecall', ['listMyRecords', 'readDesk']);
  const { campaign, record, mayCallNow, mayMove } = item;
  const params = { campaign, record };
  const { draft, change, forget } = useDraft(`${campaign}/${record}/recall`);
  const { isOpen: isMoving = false, recontactAt: chosen } = draft;
  return (
    <div className="moves">
      <div className="actions">
        {mayCallNow && (
          <Button isDisabled={set.isPending} onPress={() => set.mutate({ params, body: {} })}>
            {t('mine.callNow')}
          </Button>
        )}
        {mayMove && !isMoving && (
          <Button onPress={() => change({ isOpen: true })}>{t('mine.move')}</Button>
        )}
      </div>
      {isMoving && (
        <div className="stack">
          <Recontact
            of={params}
            chosen={chosen}
            choose={(recontactAt) => change({ recontactAt })}
          />
          <div className="actions">
            <Button
              kind="primary"
              isDisabled={set.isPending || chosen === undefined}
              onPress={() => set.mutate({ params, body: { at: chosen } }, { onSuccess: forget })}
            >
              {t('mine.moveNow')}
            </Button>
            <Button kind="plain" onPress={forget}>
              {t('letter.discard')}
            </Button>
          </div>
        </div>
      )}
      {set.error && <ProblemNote error={set.error} placeOf={placeOf} />}
    </div>
  );
}
