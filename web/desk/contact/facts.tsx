// What is known of the record beside its fields; its numbers and addresses can be changed where the
// campaign lets agents do so.
import { useChange } from '../../kit/api/use-api.ts';
import { Button } from '../../kit/ui/button.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { useDesk } from '../language.ts';
import type { ContactRef, WindowOf } from './contact-ref.ts';
import type { Draft } from './draft.ts';
import { EndpointLists, endpointsGiven } from './endpoint-lists.tsx';
import { usePlaces } from './places.ts';

interface Props {
  readonly of: ContactRef;
  readonly shown: WindowOf;
  readonly draft: Draft;
  readonly change: (changes: Partial<Draft>) => void;
}

export function Facts({ of, shown, draft, change }: Props) {
  const { t, format } = useDesk();
  const { record, mayEditContactData } = shown;
  const { phones, emails, attempts, lastContact, lastAgent, privateTo } = record;
  const all = [
    ...phones.map(({ value }) => [t('facts.phone'), value] as const),
    ...emails.map(({ value }) => [t('facts.email'), value] as const),
    [t('facts.attempts'), format.number(attempts)] as const,
    ...(lastContact === undefined ? [] : [[t('facts.last'), format.moment(lastContact)] as const]),
    ...(lastAgent === undefined ? [] : [[t('facts.lastAgent'), lastAgent] as const]),
    ...(privateTo === undefined ? [] : [[t('facts.private'), privateTo] as const]),
  ];
  const edit = () =>
    change({
      endpoints: {
        phones: phones.map(({ value }) => value),
        emails: emails.map(({ value }) => value),
      },
    });
  return (
    <section className="card" aria-label={t('facts.title')}>
      <div className="card-head">
        <h2>{t('facts.title')}</h2>
        {mayEditContactData && draft.endpoints === undefined && (
          <Button onPress={edit}>{t('facts.edit')}</Button>
        )}
      </div>
      <dl className="facts card-body">
        {all.map(([term, value]) => (
          <div key={`${term}-${value}`}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {mayEditContactData && draft.endpoints !== undefined && (
        <div className="card-body">
          <Editing of={of} endpoints={draft.endpoints} change={change} />
        </div>
      )}
    </section>
  );
}

interface EditingProps extends Pick<Props, 'of' | 'change'> {
  readonly endpoints: NonNullable<Draft['endpoints']>;
}

function Editing({ of: { campaign, record }, endpoints, change }: EditingProps) {
  const { t } = useDesk();
  const edited = useChange('editEndpoints', ['readWindow']);
  const placeOf = usePlaces();
  return (
    <form
      className="stack"
      aria-label={t('facts.edit')}
      onSubmit={(event) => {
        event.preventDefault();
        edited.mutate(
          { params: { campaign, record }, body: endpointsGiven(endpoints) },
          { onSuccess: () => change({ endpoints: undefined }) },
        );
      }}
    >
      <EndpointLists endpoints={endpoints} change={(next) => change({ endpoints: next })} />
      {edited.error && <ProblemNote error={edited.error} placeOf={placeOf} />}
      <div className="actions">
        <Button kind="primary" type="submit" isDisabled={edited.isPending}>
          {t('facts.save')}
        </Button>
        <Button kind="plain" onPress={() => change({ endpoints: undefined })}>
          {t('letter.discard')}
        </Button>
      </div>
    </form>
  );
}
