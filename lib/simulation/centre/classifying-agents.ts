// Simulated agents classify their contacts. One who is refused, because the news of the call is
// late, tries again.
import type { TaskInput, TaskOutput } from '../../application/tasks/tasks.ts';
import type { RecordRef } from '../../domain/model/ids.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { MemoryPorts } from '../memory/ports.ts';
import type { TelephoneNetwork } from '../memory/telephony.ts';
import type { Classifying } from '../phone-network/classifying.ts';
import type { Weights } from './classify.ts';
import { classification } from './classify.ts';
import type { Job } from './job-queue.ts';
import { attemptFrom } from './network-telephony.ts';

/** Seconds until an agent whose classification was refused tries again. */
const TRIES_AGAIN = 5;
const MOST_TRIES = 3;

export interface ClassifyingAgentsSetup {
  readonly ports: Pick<MemoryPorts<TelephoneNetwork>, 'clock' | 'records'>;
  readonly definitions: () => Definitions;
  readonly weights: Weights;
  readonly post: (job: Job) => void;
  readonly perform: (input: TaskInput<'classify-record'>) => Promise<TaskOutput<'classify-record'>>;
}

export class ClassifyingAgents {
  /** Reasons of classifications that were refused for good. */
  readonly refusals: string[] = [];
  private readonly setup: ClassifyingAgentsSetup;

  constructor(setup: ClassifyingAgentsSetup) {
    this.setup = setup;
  }

  classify(classifying: Classifying, tries = MOST_TRIES, delay = 0): void {
    const owner = attemptFrom(classifying.attributes);
    if (!owner) return;
    this.setup.post({
      name: 'classify-record',
      delay,
      receives: 5,
      run: () => this.classifyNow(owner.ref, classifying, tries),
    });
  }

  private async classifyNow(ref: RecordRef, classifying: Classifying, tries: number) {
    const { ports, definitions, weights, perform } = this.setup;
    const now = ports.clock.now();
    const record = await ports.records.load(ref);
    const { campaigns, centre } = definitions();
    const campaign = campaigns[ref.campaign];
    const zone = centre.timeZone;
    const input =
      record && campaign && classification(classifying, record, campaign, { weights, now, zone });
    if (!input) return;
    const outcome = await perform(input);
    if (outcome.kind === 'classified') return;
    if (tries > 1) this.classify(classifying, tries - 1, TRIES_AGAIN);
    else this.refusals.push(...outcome.reasons);
  }
}
