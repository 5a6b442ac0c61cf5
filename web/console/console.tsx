// All places of the console.
import { type Place, placeAt, to, useHash } from '../kit/router.tsx';
import { Page } from '../kit/ui/page.tsx';
import { Shell } from '../kit/ui/shell.tsx';
import { Campaigns } from './campaigns/campaigns.tsx';
import { useConsole } from './language.ts';

const PLACES: readonly Place[] = [{ path: '/', view: () => <Campaigns /> }];

export function Console() {
  const { t } = useConsole();
  const hash = useHash();
  const found = placeAt(PLACES, hash);
  const ways = [
    {
      says: t('console.campaigns'),
      href: to('/'),
      leads: (at: string) => at === '' || at === '#/' || at.startsWith('#/campaigns'),
    },
  ];
  return (
    <Shell name={t('console.name')} ways={ways}>
      {found ? found.place.view(found.params) : <Page title={t('kit.notFound')}>{null}</Page>}
    </Shell>
  );
}
