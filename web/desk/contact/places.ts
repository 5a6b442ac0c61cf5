// What a mistake is about, as the desk calls it.
import { fieldsAt, type PlaceOf, placesIn } from '../../kit/ui/places.ts';
import { useDesk } from '../language.ts';

interface Named {
  readonly field: string;
  readonly label: string;
}

/** Of what is written to people, and of numbers that are typed. */
const WRITTEN = {
  '/text': 'letter.text',
  '/subject': 'letter.subject',
  '/mailbox': 'letter.from',
  '/number': 'call.number',
  '/phone': 'facts.phone',
  '/classifier': 'classify.title',
  '/recontactAt': 'recontact.title',
  '/at': 'recontact.title',
  '/owner': 'classify.owner',
} as const;

/** In every form of the desk. @param fields of the record */
export function usePlaces(fields: readonly Named[] = []): PlaceOf {
  const { t } = useDesk();
  const written = Object.fromEntries(
    Object.entries(WRITTEN).map(([pointer, key]) => [pointer, t(key)]),
  );
  const inside = placesIn(
    { ...written, ...fieldsAt('/fields', fields) },
    {
      '/phones': t('facts.phone'),
      '/emails': t('facts.email'),
    },
  );
  // a record that is added is the only one of its request
  return (pointer) => inside(pointer.replace(/^\/records\/0\//, '/'));
}
