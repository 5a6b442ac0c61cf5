// What is wrong, each with its mark and, where it can be looked at, the way there.
import { to } from '../../kit/router.tsx';
import { Badge } from '../../kit/ui/badge.tsx';
import { useConsole } from '../language.ts';
import type { Issue, IssueKind } from './issues.ts';

const LOOKED_AT: Readonly<Partial<Record<IssueKind, string>>> = {
  'no-agents': '/agents',
  'no-records': '/campaigns/{campaign}/imports',
  'set-aside': '/campaigns/{campaign}/records/in/set-aside',
  unhandled: '/campaigns/{campaign}/records/in/unhandled',
};

export function IssueList({ campaign, issues }: { campaign: string; issues: readonly Issue[] }) {
  const { t } = useConsole();
  if (issues.length === 0) return <Badge tone="good">{t('issue.none')}</Badge>;
  return (
    <ul className="issues">
      {issues.map(({ kind, tone, n }) => {
        const place = LOOKED_AT[kind];
        const says = t(`issue.${kind}`, { n });
        return (
          <li key={kind}>
            <Badge tone={tone}>
              {place === undefined ? says : <a href={to(place, { campaign })}>{says}</a>}
            </Badge>
          </li>
        );
      })}
    </ul>
  );
}
