// What is around every place of one campaign: its name and state, its switch, the ways inside.
import type { ReactNode } from 'react';
import type { Answered } from '../../kit/api/client.ts';
import type { Answer } from '../../kit/api/operation-types.ts';
import { LIVE, useAsk } from '../../kit/api/use-api.ts';
import { to } from '../../kit/router.tsx';
import { Asked } from '../../kit/ui/asked.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { Tabs } from '../../kit/ui/tabs.tsx';
import { StateBadge } from '../campaigns/state-badge.tsx';
import { Switching } from '../campaigns/switching.tsx';
import { SourceLink } from '../graphs/source-link.tsx';
import { useConsole } from '../language.ts';

export type CampaignRead = Answer<'readCampaign'>;

interface Props {
  readonly campaign: string;
  readonly children: (read: CampaignRead) => ReactNode;
}

export function CampaignPage({ campaign, children }: Props) {
  const { t } = useConsole();
  const asked = useAsk('readCampaign', { params: { campaign } }, { every: LIVE });
  const read = asked.data;
  return (
    <Page
      title={read?.body.name ?? campaign}
      crumbs={[{ says: t('console.campaigns'), href: to('/') }]}
      beside={read && <StateBadge state={read.body.state} />}
      actions={read && <Switches {...read} />}
    >
      <Tabs
        label={read?.body.name ?? campaign}
        tabs={[
          { says: t('campaign.overview'), href: to('/campaigns/{campaign}', { campaign }) },
          { says: t('campaign.records'), href: to('/campaigns/{campaign}/records', { campaign }) },
          { says: t('campaign.imports'), href: to('/campaigns/{campaign}/imports', { campaign }) },
          ...(read?.body.channels.includes('outbound')
            ? [{ says: t('dry.tab'), href: to('/campaigns/{campaign}/dry-run', { campaign }) }]
            : []),
        ]}
      />
      <Asked of={asked} data={read}>
        {({ body }) => children(body)}
      </Asked>
      <SourceLink file={`campaigns/${campaign}.yaml`} />
    </Page>
  );
}

const Switches = ({ body: { campaign, name, state }, etag }: Answered<CampaignRead>) => (
  <Switching campaign={campaign} name={name} state={state} etag={etag} />
);
