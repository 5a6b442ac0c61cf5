// The campaigns an agent works on, as far as they see more of them than their contacts: how its
// records stand, and adding one.
import { LIVE, useAsk } from '../../kit/api/use-api.ts';
import { Asked } from '../../kit/ui/asked.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { useDraft } from '../contact/draft.ts';
import { useDesk } from '../language.ts';
import { AddRecord } from './add-record.tsx';

interface Campaign {
  readonly campaign: string;
  readonly name: string;
  readonly may: { readonly addRecords: boolean; readonly seeCounts: boolean };
}

export function MyCampaigns({ campaigns }: { campaigns: readonly Campaign[] }) {
  const { t } = useDesk();
  const shown = campaigns.filter(({ may }) => may.addRecords || may.seeCounts);
  if (shown.length === 0) return null;
  return (
    <section className="card" aria-label={t('campaigns.title')}>
      <div className="card-head">
        <h2>{t('campaigns.title')}</h2>
      </div>
      {shown.map((one) => (
        <OneCampaign key={one.campaign} of={one} />
      ))}
    </section>
  );
}

/** States in the order a record goes through them; others are not told to agents. */
const STATES = [
  'new',
  'recall-scheduled',
  'unhandled',
  'set-aside',
  'closed',
  'blacklisted',
] as const;

function OneCampaign({ of: { campaign, name, may } }: { of: Campaign }) {
  const { t, format } = useDesk();
  const found = useAsk('readMyCampaign', { params: { campaign } }, { every: LIVE });
  const { draft, change } = useDraft(`${campaign}/new`);
  const isAdding = may.addRecords && draft.isOpen === true;
  const setAdding = (isOpen: boolean) => change({ isOpen });
  return (
    <div className="card-body stack">
      <div className="campaign-head">
        <strong>{name}</strong>
        {may.addRecords && !isAdding && (
          <Button onPress={() => setAdding(true)}>{t('campaigns.add')}</Button>
        )}
      </div>
      <Asked of={found} data={found.data?.body}>
        {({ counts, fields }) => (
          <>
            {counts !== undefined && (
              <dl className="facts counts">
                <div>
                  <dt>{t('campaigns.records')}</dt>
                  <dd>{format.number(counts.records)}</dd>
                </div>
                {STATES.map((state) => (
                  <div key={state}>
                    <dt>{t(`count.${state}`)}</dt>
                    <dd>{format.number(counts.states[state] ?? 0)}</dd>
                  </div>
                ))}
              </dl>
            )}
            {isAdding && (
              <AddRecord campaign={campaign} fields={fields} done={() => setAdding(false)} />
            )}
          </>
        )}
      </Asked>
    </div>
  );
}
