// What goes on now: calls, agents, the share of abandoned calls against its cap, the pace and what
// limits it.
import type { Answer } from '../../kit/api/operation-types.ts';
import { Badge } from '../../kit/ui/badge.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { sumOf } from '../campaigns/progress.ts';
import { useConsole } from '../language.ts';
import { type CountName, useNames } from '../names.ts';

type Live = Answer<'readLive'>;

export function LiveFigures({ live }: { live: Live }) {
  const { t, format } = useConsole();
  const names = useNames();
  const { calls, agents, at } = live;
  const { offline = 0, ...working } = agents;
  const online = sumOf(working);
  return (
    <Card
      title={t('live.title')}
      beside={<small className="soft">{t('live.at', { at: format.time(at) })}</small>}
    >
      <dl className="figures">
        <div>
          <dt>{t('live.calls')}</dt>
          <dd>
            {format.number(sumOf(calls))}
            <small>{said(calls, names.inPhase)}</small>
          </dd>
        </div>
        <div>
          <dt>{t('live.agents')}</dt>
          <dd>
            {format.number(online)}
            <small>{said(working, names.atIt) || t('live.offline', { n: offline })}</small>
          </dd>
        </div>
        {live.abandonment && <Abandoned of={live.abandonment} />}
        {live.pace && <Pace of={live.pace} />}
      </dl>
    </Card>
  );

  function said(counts: Readonly<Record<string, number>>, name: CountName): string {
    return Object.entries(counts)
      .filter(([, n]) => n > 0)
      .map(([one, n]) => name(one, n))
      .join(', ');
  }
}

function Abandoned({ of }: { of: NonNullable<Live['abandonment']> }) {
  const { t, format } = useConsole();
  const share = of.answered === 0 ? 0 : of.abandoned / of.answered;
  const tone = share > of.cap ? 'bad' : share > 0.8 * of.cap ? 'warn' : 'good';
  return (
    <div>
      <dt>{t(`live.abandoned.${of.window}`)}</dt>
      <dd>
        {format.percent(share)}{' '}
        <Badge tone={tone}>{t('live.cap', { cap: format.percent(of.cap) })}</Badge>
        <small>{t('live.abandonedOf', { abandoned: of.abandoned, n: of.answered })}</small>
      </dd>
    </div>
  );
}

function Pace({
  of: { at, started, wanted, gate, saw, limit },
}: {
  of: NonNullable<Live['pace']>;
}) {
  const { t, format } = useConsole();
  const figure = (value: string | number) =>
    typeof value === 'number' ? format.number(value) : value;
  return (
    <div>
      <dt>{t('live.pace')}</dt>
      <dd>
        {t('live.started', { n: started })}
        <small>
          {t('live.limitedBy', { at: format.time(at), gate: format.gate(gate) })} {figure(saw)}
          {limit !== undefined && ` / ${figure(limit)}`}
          {wanted > started && ` · ${t('live.wanted', { n: wanted })}`}
        </small>
      </dd>
    </div>
  );
}
