// Names of the campaigns one may see, by id.
import { useList } from '../kit/api/use-api.ts';

export function useCampaignNames(): ReadonlyMap<string, string> {
  const { items = [] } = useList('listCampaigns', { query: { limit: 100 } });
  return new Map(items.map(({ campaign, name }) => [campaign, name]));
}
