// A drawing that can be moved and made larger and smaller. What the picture shows is beside it as a
// list, for keys and screen readers.
import { Button } from '../../kit/ui/button.tsx';
import { useConsole } from '../language.ts';
import { Drawing, type Drawn, type Graph } from './drawing.tsx';
import { STEP, type useViewport } from './use-viewport.ts';
import { READABLE } from './viewport.ts';

interface Props extends Drawn {
  readonly at: ReturnType<typeof useViewport>;
}

export function Canvas({ graph, at, ...drawn }: Props) {
  const { t } = useConsole();
  const { region, view, zoom, showAll, handlers } = at;
  return (
    <section className="card drawing" aria-label={graph.name}>
      <section
        ref={region}
        className="picture"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the keys
        tabIndex={0}
        aria-label={t('graphs.picture')}
        style={{ height: heightOf(graph) }}
        {...handlers}
      >
        <svg role="img" aria-label={`${graph.name}: ${t('graphs.tiles', { n: graph.tiles })}`}>
          <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}>
            <Drawing graph={graph} {...drawn} />
          </g>
        </svg>
      </section>
      <div className="under">
        <p className="soft hint">{t('graphs.hint')}</p>
        <fieldset className="zoom" aria-label={t('graphs.view')}>
          <Button kind="plain" aria-label={t('graphs.larger')} onPress={() => zoom(STEP)}>
            +
          </Button>
          <Button kind="plain" aria-label={t('graphs.smaller')} onPress={() => zoom(1 / STEP)}>
            −
          </Button>
          <Button kind="plain" onPress={showAll}>
            {t('graphs.whole')}
          </Button>
        </fieldset>
      </div>
    </section>
  );
}

/** High enough for the whole of it as it is shown first: pages scroll down by themselves. */
const heightOf = ({ width, height }: Graph): string =>
  `max(240px, min(${height}px, max(${Math.round(height * READABLE)}px, ${Math.round((100 * height) / width)}cqi)))`;
