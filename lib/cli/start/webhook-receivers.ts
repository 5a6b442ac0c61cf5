// The receivers of a run's webhooks, played on the local cloud: each accepts what it is sent, but
// now and then it is out of order for a moment, as the seed wants. They count what comes, as a
// receiver would that keeps the ids it has seen.
import { endpointsOf, type WebhookEndpoint } from '../../domain/webhooks/endpoint.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { LocalCloud } from '../../local/local-cloud.ts';
import { seededRandom } from '../../simulation/random.ts';

/** Share of first tries that fail. */
const OUT_OF_ORDER = 0.03;

export interface ReceivedSums {
  readonly requests: number;
  readonly accepted: number;
  readonly refused: number;
  /** Accepted ones that had been accepted before. */
  readonly repeats: number;
}

export class WebhookReceivers {
  private readonly seed: string;
  private readonly seen = new Map<string, { tries: number; accepted: boolean }>();
  private accepted = 0;
  private refused = 0;
  private repeats = 0;

  constructor(seed: string) {
    this.seed = seed;
  }

  /** Plays every host that a webhook of the definitions names. */
  playFor(definitions: Definitions, { outside }: Pick<LocalCloud, 'outside'>): void {
    const hosts = new Set(endpointsOf(definitions).flatMap(hostOf));
    for (const host of hosts) {
      outside.play(host, {
        answer: ({ headers }) => this.answer(String(headers['webhook-id'] ?? '')),
      });
    }
  }

  sums(): ReceivedSums {
    const { accepted, refused, repeats } = this;
    return { requests: accepted + refused, accepted, refused, repeats };
  }

  private answer(id: string): { status: number; body: string } {
    const { tries, accepted } = this.seen.get(id) ?? { tries: 0, accepted: false };
    const fails = tries === 0 && seededRandom(`${this.seed}/${id}`).next() < OUT_OF_ORDER;
    this.seen.set(id, { tries: tries + 1, accepted: accepted || !fails });
    if (fails) {
      this.refused++;
      return { status: 503, body: 'out of order for a moment' };
    }
    this.accepted++;
    if (accepted) this.repeats++;
    return { status: 204, body: '' };
  }
}

const hostOf = ({ target }: WebhookEndpoint): readonly string[] =>
  target.kind === 'url' ? [new URL(target.url).host] : [];
