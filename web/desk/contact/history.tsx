// What we and this person had to do with each other before, in all campaigns.
import type { ItemOf } from '../../kit/api/operation-types.ts';
import { useAsk } from '../../kit/api/use-api.ts';
import { clockText } from '../../kit/clock/server-clock.ts';
import { Asked } from '../../kit/ui/asked.tsx';
import { useDesk } from '../language.ts';
import type { ContactRef } from './contact-ref.ts';
import { stateOf } from './messages.tsx';

export function History({ of: { campaign, record } }: { of: ContactRef }) {
  const { t } = useDesk();
  const history = useAsk('readHistory', { params: { campaign, record } });
  return (
    <section className="card" aria-label={t('history.title')}>
      <div className="card-head">
        <h2>{t('history.title')}</h2>
      </div>
      <Asked of={history} data={history.data?.body.items}>
        {(items) =>
          items.length === 0 ? (
            <p className="empty">{t('history.none')}</p>
          ) : (
            <ul className="history">
              {items.map((item) => (
                <Past key={`${item.kind}-${item.at}-${item.campaign}`} item={item} />
              ))}
            </ul>
          )
        }
      </Asked>
    </section>
  );
}

function Past({ item }: { item: ItemOf<'readHistory'> }) {
  const { t, format } = useDesk();
  const { at, campaignName, kind, direction, status, agent, classifier, talked, text } = item;
  const stateSaid = (of: typeof kind, state: string) =>
    of === 'call' ? endingOf(state, t) : stateOf(state, t);
  const said = [
    classifier,
    talked === undefined ? undefined : clockText(talked * 1000),
    agent,
    // that the person wrote is said before
    classifier === undefined && status !== undefined && status !== 'received'
      ? stateSaid(kind, status)
      : undefined,
  ].filter((part) => part !== undefined);
  return (
    <li>
      <span className="soft nowrap">{format.moment(at)}</span>
      <span>
        <strong>{t(`history.${kind}.${direction}`)}</strong> {campaignName}
        {said.length > 0 && <span className="soft"> · {said.join(' · ')}</span>}
        {text !== undefined && <q className="said">{text}</q>}
      </span>
    </li>
  );
}

const ENDINGS = [
  'answered',
  'not-answered',
  'busy',
  'error',
  'abandoned',
  'voicemail',
  'forwarded',
] as const;

/** How a call ended, in the words of the page. */
function endingOf(status: string, t: ReturnType<typeof useDesk>['t']): string {
  const known = ENDINGS.find((one) => one === status);
  return known === undefined ? status : t(`ending.${known}`);
}
