// Names of a campaign's classifiers, by id.
import { useAsk } from '../../kit/api/use-api.ts';

export function useClassifierNames(campaign: string): (id: string | undefined) => string {
  const asked = useAsk('readCampaign', { params: { campaign } }, { enabled: campaign !== '' });
  const known = asked.data?.body.classifiers ?? [];
  // one that is gone from the files keeps its id
  return (id = '') => known.find(({ classifier }) => classifier === id)?.name ?? id;
}
