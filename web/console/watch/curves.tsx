// Calls, agents, pace and abandoned calls against the cap, as they were since one looks.
import { useEffect, useMemo, useState } from 'react';
import type { Answer } from '../../kit/api/operation-types.ts';
import { Plot } from '../../kit/plot/plot.tsx';
import type { PlotLine } from '../../kit/plot/plot-lines.ts';
import { Card } from '../../kit/ui/card.tsx';
import { useConsole } from '../language.ts';
import { type Sample, sampleOf, withSample } from './samples.ts';

/** Two points make a line. */
const ENOUGH = 2;

export function Curves({ live }: { live: Answer<'readLive'> }) {
  const { t, format } = useConsole();
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => setSamples((before) => withSample(before, sampleOf(live))), [live]);
  const at = useMemo(() => samples.map((one) => one.at), [samples]);
  const [first = 0, last = 0] = [at[0], at.at(-1)];
  const span = format.span((last - first) * 1000);
  const time = (seconds: number) => format.time(new Date(seconds * 1000).toISOString());
  const shared = { at, timeZone: format.timeZone, place: time, height: 160 } as const;
  const work = useMemo(
    (): readonly PlotLine[] => [
      lineOf(samples, 'calls', t('curves.calls'), 'accent'),
      { ...lineOf(samples, 'atWork', t('curves.atWork'), 'good'), dashed: true },
      ...(has(samples, 'started') ? [lineOf(samples, 'started', t('curves.pace'), 'warn')] : []),
    ],
    [samples, t],
  );
  const cap = useMemo(
    (): readonly PlotLine[] => [
      lineOf(samples, 'abandoned', t('curves.abandoned'), 'accent'),
      { ...lineOf(samples, 'cap', t('curves.cap'), 'bad'), dashed: true },
    ],
    [samples, t],
  );
  return (
    <Card title={t('curves.title')}>
      {samples.length < ENOUGH ? (
        <p className="soft">{t('curves.waits')}</p>
      ) : (
        <div className="columns">
          <Plot
            {...shared}
            label={t('curves.label', { what: t('curves.calls'), span })}
            lines={work}
            value={format.number}
          />
          {has(samples, 'cap') && (
            <Plot
              {...shared}
              label={t('curves.label', { what: t('curves.abandoned'), span })}
              lines={cap}
              value={format.percent}
            />
          )}
        </div>
      )}
    </Card>
  );
}

type Figure = Exclude<keyof Sample, 'at'>;

const has = (samples: readonly Sample[], figure: Figure): boolean =>
  samples.some((one) => one[figure] !== null);

const lineOf = (
  samples: readonly Sample[],
  figure: Figure,
  label: string,
  color: PlotLine['color'],
): PlotLine => ({ label, color, values: samples.map((one) => one[figure]) });
