// The reports: figures, and lists of contacts, recalls, recordings and answers in call scripts.
// Each has an address of its own and can be saved as CSV.
import { to } from '../../kit/router.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { Tabs } from '../../kit/ui/tabs.tsx';
import { useConsole } from '../language.ts';
import { Figures } from './figures.tsx';
import { ContactList, RecallList, RecordingList } from './lists.tsx';
import { ScriptAnswers } from './script-answers.tsx';

const LISTS = ['contacts', 'recalls', 'recordings', 'answers'] as const;

export function Reports({ list = '' }: { list?: string | undefined }) {
  const { t } = useConsole();
  return (
    <Page title={t('console.reports')}>
      <Tabs
        label={t('console.reports')}
        tabs={[
          { says: t('reports.figures'), href: to('/reports') },
          ...LISTS.map((one) => ({
            says: t(`reports.list.${one}`),
            href: to('/reports/{list}', { list: one }),
          })),
        ]}
      />
      {list === '' && <Figures />}
      {list === 'contacts' && <ContactList />}
      {list === 'recalls' && <RecallList />}
      {list === 'recordings' && <RecordingList />}
      {list === 'answers' && <ScriptAnswers />}
    </Page>
  );
}
