// Rules and IVRs by the names that their files give them.
import { useAsk } from '../../kit/api/use-api.ts';

/** @returns the name; the id while it is not known */
export function useGraphNames(): (kind: 'rule' | 'ivr', id: string) => string {
  const graphs = useAsk('listGraphs').data?.body.items ?? [];
  return (kind, id) => graphs.find((one) => one.kind === kind && one.id === id)?.name ?? id;
}
