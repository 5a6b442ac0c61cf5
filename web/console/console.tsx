// All places of the console.
import './console.css';
import './graphs/graphs.css';
import { lazy, Suspense } from 'react';
import { useAsk } from '../kit/api/use-api.ts';
import { WatchedClock } from '../kit/clock/watched-clock.tsx';
import { type Place, placeAt, to, useHash } from '../kit/router.tsx';
import { Waiting } from '../kit/ui/asked.tsx';
import { Page } from '../kit/ui/page.tsx';
import { Shell } from '../kit/ui/shell.tsx';
import { Agents } from './agents/agents.tsx';
import { Overview } from './campaign/overview.tsx';
import { Campaigns } from './campaigns/campaigns.tsx';
import { GraphPage } from './graphs/graph-page.tsx';
import { Graphs } from './graphs/graphs.tsx';
import { PathPage } from './graphs/path-page.tsx';
import { PATH_PLACE } from './graphs/path-place.ts';
import { Imports } from './imports/imports.tsx';
import { useConsole } from './language.ts';
import { RecordPage } from './records/record.tsx';
import { Records } from './records/records.tsx';
import { Reports } from './reports/reports.tsx';
import { Alerts } from './watch/alerts.tsx';

/** Loaded when they are looked at. */
const DryRun = lazy(async () => ({ default: (await import('./dry-run/dry-run.tsx')).DryRun }));

const People = lazy(async () => ({ default: (await import('./people/people.tsx')).People }));
const PersonPage = lazy(async () => ({
  default: (await import('./people/person.tsx')).PersonPage,
}));
const PeopleImports = lazy(async () => ({
  default: (await import('./people/people-imports.tsx')).PeopleImports,
}));

const PLACES: readonly Place[] = [
  { path: '/', view: () => <Campaigns /> },
  {
    path: '/campaigns/{campaign}',
    view: ({ campaign = '' }) => <Overview key={campaign} campaign={campaign} />,
  },
  {
    path: '/campaigns/{campaign}/records',
    view: ({ campaign = '' }) => <Records campaign={campaign} />,
  },
  {
    path: '/campaigns/{campaign}/records/in/{state}',
    view: ({ campaign = '', state }) => <Records campaign={campaign} state={state} />,
  },
  {
    path: '/campaigns/{campaign}/records/{record}',
    view: ({ campaign = '', record = '' }) => (
      <RecordPage key={record} campaign={campaign} record={record} />
    ),
  },
  {
    path: '/campaigns/{campaign}/imports',
    view: ({ campaign = '' }) => <Imports campaign={campaign} />,
  },
  {
    path: '/campaigns/{campaign}/dry-run',
    view: ({ campaign = '' }) => (
      <Suspense fallback={<Waiting />}>
        <DryRun key={campaign} campaign={campaign} />
      </Suspense>
    ),
  },
  {
    path: '/people',
    view: () => (
      <Suspense fallback={<Waiting />}>
        <People />
      </Suspense>
    ),
  },
  {
    path: '/people/imports',
    view: () => (
      <Suspense fallback={<Waiting />}>
        <PeopleImports />
      </Suspense>
    ),
  },
  {
    path: '/people/{campaign}/{record}',
    view: ({ campaign = '', record = '' }) => (
      <Suspense fallback={<Waiting />}>
        <PersonPage key={record} campaign={campaign} record={record} />
      </Suspense>
    ),
  },
  { path: '/alerts', view: () => <Alerts /> },
  { path: '/agents', view: () => <Agents /> },
  { path: '/reports', view: () => <Reports /> },
  { path: '/reports/{list}', view: ({ list }) => <Reports key={list} list={list} /> },
  { path: '/graphs', view: () => <Graphs /> },
  {
    path: '/graphs/{kind}/{id}',
    view: ({ kind = '', id = '' }) => <GraphPage key={`${kind} ${id}`} kind={kind} id={id} />,
  },
  {
    path: PATH_PLACE,
    view: ({ kind = '', id = '', campaign = '', record = '', attempt = '' }) => (
      <PathPage key={attempt} {...{ kind, id, campaign, record, attempt }} />
    ),
  },
];

export function Console() {
  const { t } = useConsole();
  const hash = useHash();
  const found = placeAt(PLACES, hash);
  const { directory } = useAsk('readDirectory').data?.body ?? {};
  const ways = [
    {
      says: t('console.campaigns'),
      href: to('/'),
      leads: (at: string) => at === '' || at === '#/' || at.startsWith('#/campaigns'),
    },
    ...(directory === undefined
      ? []
      : [
          {
            says: t('console.people'),
            href: to('/people'),
            leads: (at: string) => at.startsWith('#/people'),
          },
        ]),
    {
      says: t('console.alerts'),
      href: to('/alerts'),
      leads: (at: string) => at.startsWith('#/alerts'),
    },
    {
      says: t('console.agents'),
      href: to('/agents'),
      leads: (at: string) => at.startsWith('#/agents'),
    },
    {
      says: t('console.reports'),
      href: to('/reports'),
      leads: (at: string) => at.startsWith('#/reports'),
    },
    {
      says: t('console.graphs'),
      href: to('/graphs'),
      leads: (at: string) => at.startsWith('#/graphs'),
    },
  ];
  return (
    <Shell name={t('console.name')} ways={ways} bar={<WatchedClock />}>
      {found ? found.place.view(found.params) : <Page title={t('kit.notFound')}>{null}</Page>}
    </Shell>
  );
}
