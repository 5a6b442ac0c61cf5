// A record that an agent adds: numbers, addresses and the fields of the campaign. Kept like other
// drafts until it is added or discarded.
import { useState } from 'react';
import type { Answer } from '../../kit/api/operation-types.ts';
import { useChange } from '../../kit/api/use-api.ts';
import { Button } from '../../kit/ui/button.tsx';
import { atPlace, ProblemNote } from '../../kit/ui/problem.tsx';
import { useDraft } from '../contact/draft.ts';
import { EndpointLists, endpointsGiven } from '../contact/endpoint-lists.tsx';
import { Fields, missingFields } from '../contact/fields.tsx';
import { usePlaces } from '../contact/places.ts';
import { useDesk } from '../language.ts';

interface Props {
  readonly campaign: string;
  readonly fields: Answer<'readMyCampaign'>['fields'];
  readonly done: () => void;
}

const NO_ENDPOINTS = { phones: [], emails: [] };

export function AddRecord({ campaign, fields, done }: Props) {
  const { t, format } = useDesk();
  const placeOf = usePlaces(fields);
  const { draft, change, forget } = useDraft(`${campaign}/new`);
  const [isChecked, setChecked] = useState(false);
  const added = useChange('addRecords', ['readMyCampaign', 'listMyRecords']);
  // whoever adds a record fills in what agents may not change later
  const asked = fields.map((field) => ({ ...field, editable: true }));
  const missing = missingFields(asked, draft.fields);
  const endpoints = draft.endpoints ?? NO_ENDPOINTS;
  const [outcome] = added.data?.body.items ?? [];
  const add = () => {
    setChecked(true);
    if (missing.length > 0) return;
    const given = Object.entries(draft.fields).filter(([, value]) => value.trim() !== '');
    const record = { ...endpointsGiven(endpoints), fields: Object.fromEntries(given) };
    added.mutate(
      { params: { campaign }, body: { records: [record] } },
      {
        onSuccess: ({ body }) => {
          if (body.items[0]?.outcome !== 'added') return;
          forget();
          change({ isOpen: true });
        },
      },
    );
  };
  if (outcome?.outcome === 'added')
    return (
      <div className="note success" role="status">
        <p>{t('campaigns.added')}</p>
        <Button onPress={done}>{t('campaigns.done')}</Button>
      </div>
    );
  return (
    <form
      className="stack"
      aria-label={t('campaigns.add')}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <EndpointLists endpoints={endpoints} change={(next) => change({ endpoints: next })} />
      <Fields
        fields={asked}
        values={draft.fields}
        change={(field, value) => change({ fields: { ...draft.fields, [field]: value } })}
        isChecked={isChecked}
      />
      {outcome?.outcome === 'present' && (
        <p className="note warning" role="alert">
          {t('campaigns.present')}
        </p>
      )}
      {outcome?.outcome === 'refused' && (
        <ul className="note warning" role="alert">
          {outcome.errors?.map(({ pointer, detail }) => (
            <li key={pointer}>{atPlace(placeOf(pointer), format.sentence(detail))}</li>
          ))}
        </ul>
      )}
      {added.error && <ProblemNote error={added.error} retry={add} placeOf={placeOf} />}
      <div className="actions">
        <Button kind="primary" type="submit" isDisabled={added.isPending}>
          {t('campaigns.addNow')}
        </Button>
        <Button
          kind="plain"
          onPress={() => {
            forget();
            done();
          }}
        >
          {t('letter.discard')}
        </Button>
      </div>
    </form>
  );
}
