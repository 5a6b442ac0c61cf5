// Which state of the files of the centre is deployed, and since when.
import { useAsk } from '../../kit/api/use-api.ts';
import { useSettings } from '../../kit/settings.ts';
import { Asked } from '../../kit/ui/asked.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { useConsole } from '../language.ts';
import { SourceLink } from './source-link.tsx';

export function Deployed() {
  const { t, format } = useConsole();
  const settings = useSettings();
  const asked = useAsk('readDeployment');
  return (
    <Card title={t('deployed.title')}>
      <Asked of={asked} data={asked.data?.body}>
        {({ version, commit }) => {
          // a page that was opened before the deployment has an older date
          const at = settings?.version === version ? settings.deployedAt : undefined;
          const rows: readonly (readonly [string, string | undefined])[] = [
            [t('graphs.version'), version],
            [t('deployed.at'), at && format.moment(at)],
            [t('deployed.commit'), commit?.id.slice(0, 12)],
            [t('deployed.committed'), commit && format.moment(commit.at)],
          ];
          return (
            <div className="stack">
              <dl className="pairs">
                {rows.map(([says, value]) =>
                  value === undefined ? null : (
                    <div key={says}>
                      <dt>{says}</dt>
                      <dd>{value}</dd>
                    </div>
                  ),
                )}
              </dl>
              {commit?.changed === true && <p className="soft">{t('deployed.changed')}</p>}
              <p>
                <SourceLink file="centre.yaml" />
              </p>
            </div>
          );
        }}
      </Asked>
    </Card>
  );
}
