// The figures of a centre as --json gives them: by campaign, and in all.
import type {
  AbandonedShare,
  CampaignFigures,
  CentreFigures,
  TotalFigures,
} from '../../simulation/dry-run/figures.ts';

/**
 * `answered`: people who picked up and were not abandoned; `late`: abandoned calls an agent still
 * took; `share`: abandoned / (answered + abandoned), as the pacing counts it.
 */
interface AnsweredCalls {
  readonly answered: number;
  readonly abandoned: number;
  readonly late: number;
  readonly share: number;
}

type Flat<T extends { readonly abandoned: AbandonedShare }> = AnsweredCalls & Omit<T, 'abandoned'>;

interface CentreJson extends Omit<CentreFigures, 'campaigns' | 'total'> {
  readonly campaigns: Readonly<Record<string, Flat<Omit<CampaignFigures, 'campaign'>>>>;
  readonly total: Flat<TotalFigures>;
}

export function centreJson({ campaigns, total, ...run }: CentreFigures): CentreJson {
  return {
    ...run,
    campaigns: Object.fromEntries(
      campaigns.map(({ campaign, ...figures }) => [campaign, flat(figures)]),
    ),
    total: flat(total),
  };
}

function flat<T extends { readonly abandoned: AbandonedShare }>({
  abandoned: { answers, abandoned, late, share },
  ...figures
}: T): Flat<T> {
  return { answered: answers - abandoned, abandoned, late, share, ...figures };
}
