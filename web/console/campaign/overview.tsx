// One campaign at a glance: what is wrong, what goes on now, and totals that add up.
import { LIVE, useAsk } from '../../kit/api/use-api.ts';
import { to } from '../../kit/router.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { PartsBar } from '../../kit/ui/parts-bar.tsx';
import { IssueList } from '../campaigns/issue-list.tsx';
import { issuesOf } from '../campaigns/issues.ts';
import { PROGRESS_PARTS, progressOf, STATES_OF, sumOf } from '../campaigns/progress.ts';
import { useGraphNames } from '../graphs/use-graph-names.ts';
import { useConsole } from '../language.ts';
import { useNames } from '../names.ts';
import { Curves } from '../watch/curves.tsx';
import { Forecast } from '../watch/forecast.tsx';
import { CampaignPage, type CampaignRead } from './campaign-page.tsx';
import { Coming } from './coming.tsx';
import { LiveFigures } from './live-figures.tsx';

export const Overview = ({ campaign }: { campaign: string }) => (
  <CampaignPage campaign={campaign}>{(read) => <Inside read={read} />}</CampaignPage>
);

function Inside({ read }: { read: CampaignRead }) {
  const { t, format } = useConsole();
  const { campaign } = read;
  const live = useAsk('readLive', { params: { campaign } }, { every: LIVE });
  const now = live.data?.body;
  const against = now?.against ?? [];
  return (
    <div className="stack">
      <div className="side-by-side">
        <Card title={t('campaigns.issues')}>
          <IssueList campaign={campaign} issues={issuesOf(read, now)} />
          {against.length > 0 && (
            <ul className="bullets">
              {against.map((reason) => (
                <li key={reason}>{format.sentence(reason)}</li>
              ))}
            </ul>
          )}
        </Card>
        {read.channels.includes('outbound') && (
          <Forecast campaign={campaign} runs={read.state === 'running'} />
        )}
      </div>
      {now && <LiveFigures live={now} />}
      {now && read.state === 'running' && <Curves live={now} />}
      <div className="columns">
        <Records read={read} />
        <div className="stack">
          {read.channels.includes('outbound') && (
            <Endings title={t('totals.calls')} counts={read.totals.calls} />
          )}
          {read.channels.includes('inbound') && (
            <Endings title={t('totals.inbound')} counts={read.totals.inbound} />
          )}
          <Messages read={read} />
          <Settings read={read} />
        </div>
      </div>
      {read.channels.includes('outbound') && <Coming campaign={campaign} />}
    </div>
  );
}

/** Every record is in one state, so the lines add up to the sum. */
function Records({ read }: { read: CampaignRead }) {
  const { t, format } = useConsole();
  const names = useNames();
  const { totals, campaign } = read;
  const counts: Readonly<Record<string, number>> = totals.states;
  return (
    <Card
      title={t('totals.records')}
      flush
      beside={<span className="soft">{t('totals.successes', { n: totals.successes })}</span>}
    >
      <div className="card-body">
        <PartsBar parts={progressOf(totals)} />
      </div>
      <table>
        <caption className="hidden">{t('totals.records')}</caption>
        <thead className="hidden">
          <tr>
            <th scope="col">{t('records.state')}</th>
            <th scope="col">{t('totals.count')}</th>
          </tr>
        </thead>
        {PROGRESS_PARTS.map((part) => (
          <tbody key={part}>
            <tr className="group">
              <th scope="rowgroup">
                <i className="swatch" data-part={part} aria-hidden="true" />
                {t(`part.${part}`)}
              </th>
              <td className="number">{format.number(sumOf(pick(counts, STATES_OF[part])))}</td>
            </tr>
            {STATES_OF[part].map((state) => (
              <tr key={state}>
                <th scope="row" className="indented">
                  <a href={to('/campaigns/{campaign}/records/in/{state}', { campaign, state })}>
                    {names.recordState(state)}
                  </a>
                </th>
                <td className="number">{format.number(counts[state] ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        ))}
        <tfoot>
          <tr className="sum">
            <th scope="row">{t('totals.all')}</th>
            <td className="number">{format.number(totals.records)}</td>
          </tr>
        </tfoot>
      </table>
    </Card>
  );
}

const pick = (counts: Readonly<Record<string, number>>, keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, counts[key] ?? 0]));

/** Those it has, by where they are now; texts that people wrote are among them. */
function Messages({ read }: { read: CampaignRead }) {
  const { t } = useConsole();
  const { messageState } = useNames();
  return (['sms', 'email'] as const).map((kind) => {
    const counts = read.totals.messages[kind] ?? {};
    if (sumOf(counts) === 0) return null;
    return <Endings key={kind} title={t(`totals.${kind}`)} counts={counts} named={messageState} />;
  });
}

interface Counted {
  readonly title: string;
  readonly counts: Readonly<Record<string, number>>;
  /** What the counts are of; endings of calls when missing. */
  readonly named?: (id: string) => string;
}

function Endings({ title, counts, named }: Counted) {
  const { t, format } = useConsole();
  const names = useNames();
  const name = named ?? names.ending;
  const all = sumOf(counts);
  return (
    <Card title={title} flush>
      {all === 0 ? (
        <p className="empty">{t('totals.noCalls')}</p>
      ) : (
        <table>
          <caption className="hidden">{title}</caption>
          <thead className="hidden">
            <tr>
              <th scope="col">{t('totals.ending')}</th>
              <th scope="col">{t('totals.count')}</th>
              <th scope="col">{t('totals.share')}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(counts).map(([ending, count]) => (
              <tr key={ending}>
                <th scope="row">{name(ending)}</th>
                <td className="number">{format.number(count)}</td>
                <td className="number soft">{format.percent(count / all)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="sum">
              <th scope="row">{t('totals.all')}</th>
              <td className="number">{format.number(all)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      )}
    </Card>
  );
}

function Settings({ read }: { read: CampaignRead }) {
  const { t, format } = useConsole();
  const names = useNames();
  const graphName = useGraphNames();
  const { mode, priority, goal, lastDate, supervisors, changedAt, changedBy, rule, ivr } = read;
  return (
    <Card title={t('campaign.settings')}>
      <dl className="facts">
        <div>
          <dt>{t('campaign.switched')}</dt>
          <dd>
            {changedAt === undefined
              ? t('campaign.never')
              : t('campaign.switchedBy', { at: format.moment(changedAt), by: changedBy ?? '' })}
          </dd>
        </div>
        {mode !== undefined && (
          <div>
            <dt>{t('campaign.mode')}</dt>
            <dd>{names.mode(mode)}</dd>
          </div>
        )}
        <div>
          <dt>{t('campaign.priority')}</dt>
          <dd>{format.number(priority)}</dd>
        </div>
        <div>
          <dt>{t('campaign.goal')}</dt>
          <dd>{t(`goal.${goal}`)}</dd>
        </div>
        {lastDate !== undefined && (
          <div>
            <dt>{t('campaign.lastDate')}</dt>
            <dd>{format.day(lastDate)}</dd>
          </div>
        )}
        {rule !== undefined && (
          <div>
            <dt>{t('campaign.rule')}</dt>
            <dd>
              <a href={to('/graphs/{kind}/{id}', { kind: 'rule', id: rule })}>
                {graphName('rule', rule)}
              </a>
            </dd>
          </div>
        )}
        {ivr !== undefined && (
          <div>
            <dt>{t('campaign.ivr')}</dt>
            <dd>
              <a href={to('/graphs/{kind}/{id}', { kind: 'ivr', id: ivr })}>
                {graphName('ivr', ivr)}
              </a>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('campaign.supervisors')}</dt>
          <dd>{supervisors.length === 0 ? '–' : format.list(supervisors)}</dd>
        </div>
      </dl>
    </Card>
  );
}
