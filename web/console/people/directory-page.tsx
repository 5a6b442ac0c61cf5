// What is around both places of the directory: its name and how many people it has.
import type { ReactNode } from 'react';
import { LIVE, useAsk } from '../../kit/api/use-api.ts';
import { to } from '../../kit/router.tsx';
import { Asked } from '../../kit/ui/asked.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { Tabs } from '../../kit/ui/tabs.tsx';
import { SourceLink } from '../graphs/source-link.tsx';
import { useConsole } from '../language.ts';
import type { RecordsOf } from '../records/use-finding.ts';
import { DIRECTORY } from './directory.ts';

export function DirectoryPage({ children }: { children: (of: RecordsOf) => ReactNode }) {
  const { t } = useConsole();
  const asked = useAsk('readDirectory', {}, { every: LIVE });
  const directory = asked.data?.body.directory;
  return (
    <Page
      title={directory?.name ?? t('console.people')}
      beside={directory && <span className="soft">{t('people.n', { n: directory.people })}</span>}
    >
      <Asked of={asked} data={asked.data}>
        {() =>
          directory === undefined ? (
            <p className="card empty">{t('people.none')}</p>
          ) : (
            <>
              <Tabs
                label={directory.name}
                tabs={[
                  { says: t('console.people'), href: to('/people') },
                  { says: t('campaign.imports'), href: to('/people/imports') },
                ]}
              />
              {children({ campaign: DIRECTORY, ...directory })}
              <SourceLink file="directory.yaml" />
            </>
          )
        }
      </Asked>
    </Page>
  );
}
