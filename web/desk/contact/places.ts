// What a mistake is about, as the desk calls it: the API names places by JSON pointers.
import type { PlaceOf } from '../../kit/ui/problem.tsx';
import { useDesk } from '../language.ts';

interface Named {
  readonly field: string;
  readonly label: string;
}

const ENDPOINTS = { phones: 'facts.phone', emails: 'facts.email' } as const;

export function usePlaces(fields: readonly Named[] = []): PlaceOf {
  const { t } = useDesk();
  return (pointer) => {
    // a record that is added is the only one of its request
    const [of = '', at] = pointer
      .replace(/^\/records\/0\//, '/')
      .split('/')
      .slice(1);
    if (of === 'phones' || of === 'emails')
      return at === undefined ? t(ENDPOINTS[of]) : `${t(ENDPOINTS[of])} ${Number(at) + 1}`;
    if (of === 'fields') return fields.find(({ field }) => field === at)?.label ?? at;
    return undefined;
  };
}
