// A test beside a rule or an IVR, stepped through: where it is, and what is known there.
import { Button } from '../../kit/ui/button.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { useConsole } from '../language.ts';
import { useNames } from '../names.ts';
import type { Graph } from './drawing.tsx';
import { labelOf } from './label-of.ts';
import type { Scenario, StepPlace } from './scenario-steps.ts';
import { SourceLink } from './source-link.tsx';

type Fact = Scenario['steps'][number]['facts'][number];

interface Props {
  readonly graph: Graph;
  readonly scenarios: readonly Scenario[];
  readonly at: StepPlace | undefined;
  readonly go: (to: StepPlace | undefined) => void;
}

export function Scenarios({ graph, scenarios, at, go }: Props) {
  const { t } = useConsole();
  const shown = at && scenarios[at.scenario];
  return (
    <Card title={t('graphs.scenarios')}>
      <div className="stack">
        <label className="field play">
          <span>{t('graphs.scenario')}</span>
          <select
            value={at?.scenario ?? ''}
            onChange={({ target: { value } }) =>
              go(value === '' ? undefined : { scenario: Number(value), step: 0 })
            }
          >
            <option value="">{t('graphs.noScenario')}</option>
            {scenarios.map(({ name, line, passed }, n) => (
              <option key={line} value={n}>
                {passed ? name : t('graphs.failed', { name })}
              </option>
            ))}
          </select>
        </label>
        {shown && at && <Step graph={graph} scenario={shown} at={at} go={go} />}
      </div>
    </Card>
  );
}

function Step({
  graph,
  scenario,
  at,
  go,
}: { scenario: Scenario } & Pick<Props, 'graph' | 'go'> & { at: StepPlace }) {
  const { t } = useConsole();
  const { steps } = scenario;
  const step = steps[at.step];
  const move = (by: number) => go({ ...at, step: at.step + by });
  return (
    <>
      <div className="row">
        <Button isDisabled={at.step === 0} onPress={() => move(-1)}>
          {t('graphs.back')}
        </Button>
        <Button kind="primary" isDisabled={at.step >= steps.length - 1} onPress={() => move(1)}>
          {t('graphs.forward')}
        </Button>
      </div>
      <div role="status">
        <p>
          <strong>{step && labelOf(graph, step.tile)}</strong>{' '}
          <span className="soft">
            {t('graphs.step', { step: at.step + 1, of: steps.length })}
            {step?.call !== undefined && ` · ${t('graphs.call', { call: step.call })}`}
          </span>
        </p>
        <SourceLink file={scenario.file} line={scenario.line} />
        <dl className="pairs">
          {step?.facts.map((fact, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same may be heard twice
            <div key={n}>
              <dt>{t(`graphs.fact.${fact.name}`)}</dt>
              <dd>
                <FactValue {...fact} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  );
}

function FactValue({ name, value }: Fact) {
  const names = useNames();
  if (name === 'state') return names.recordState(value);
  if (name === 'status') return names.ending(value);
  if (name === 'saw') return names.exit(value);
  return name === 'at' || name === 'next' || name === 'callback' ? value.replace('T', ' ') : value;
}
