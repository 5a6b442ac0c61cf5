// Numbers and addresses of a person as two short lists, the first of each being the default.
import { useId } from 'react';
import { Button } from '../../kit/ui/button.tsx';
import { useDesk } from '../language.ts';

export interface EndpointTexts {
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

interface Props {
  readonly endpoints: EndpointTexts;
  readonly change: (endpoints: EndpointTexts) => void;
}

export const EndpointLists = ({ endpoints, change }: Props) => (
  <div className="fields">
    <List
      of="phone"
      values={endpoints.phones}
      change={(phones) => change({ ...endpoints, phones })}
    />
    <List
      of="email"
      values={endpoints.emails}
      change={(emails) => change({ ...endpoints, emails })}
    />
  </div>
);

interface ListProps {
  readonly of: 'phone' | 'email';
  readonly values: readonly string[];
  readonly change: (values: readonly string[]) => void;
}

function List({ of, values, change }: ListProps) {
  const { t } = useDesk();
  const id = useId();
  // an empty one at the end takes the next
  const shown = [...values.filter((value, n) => value !== '' || n < values.length - 1), ''];
  return (
    <div className="stack">
      {shown.map((value, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <div key={n} className="field">
          <label htmlFor={`${id}-${n}`}>
            <span>
              {t(`facts.${of}`)} {n + 1}
              {n === 0 && ` · ${t('facts.default')}`}
            </span>
          </label>
          <input
            id={`${id}-${n}`}
            type={of === 'phone' ? 'tel' : 'email'}
            value={value}
            autoComplete="off"
            onChange={(event) => change(shown.with(n, event.target.value))}
          />
          {n > 0 && value !== '' && (
            <Button
              kind="plain"
              onPress={() => change([value, ...shown.filter((_, place) => place !== n)])}
            >
              {t('facts.makeDefault')}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}

/** Without the lines that are empty. */
export const endpointsGiven = ({ phones, emails }: EndpointTexts) => ({
  phones: phones.map((text) => text.trim()).filter((text) => text !== ''),
  emails: emails.map((text) => text.trim()).filter((text) => text !== ''),
});
