// The centre on the local cloud: the cloud itself, the simulated people behind Connect, and the
// deployment as a person outside of it sees it.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ContactId } from '../../domain/model/ids.ts';
import type { EntryType } from '../../domain/model/journal.ts';
import type { Definitions } from '../../language/definitions.ts';
import { localConnect } from '../../local/connect/local-connect.ts';
import type { Faults } from '../../local/faults.ts';
import type { LocalCloud } from '../../local/local-cloud.ts';
import { startLocalCloud } from '../../local/local-cloud.ts';
import type { Weights } from '../../simulation/centre/classify.ts';
import type { Offered } from '../../simulation/centre/offered-records.ts';
import type { ReceivedText } from '../../simulation/centre/texting-agents.ts';
import type { Unhandled } from '../../simulation/centre/unhandled-records.ts';
import type { Arrival } from '../../simulation/phone-network/arrivals.ts';
import type { Behaviour } from '../../simulation/phone-network/behaviour.ts';
import type { EventFaults } from '../../simulation/phone-network/delivery.ts';
import type { BusEvent } from './bus-event.ts';
import { type DeploymentClient, deploymentClient } from './deployment-client.ts';
import { playHlr } from './hlr-provider.ts';
import { addPeople } from './people-of-the-api.ts';
import { type SimulatedPeople, simulatedPeople } from './simulated-people.ts';
import { keepHeapSmall } from './small-heap.ts';

export interface LocalCentreOptions {
  readonly assembly: string;
  readonly definitions: Definitions;
  /** Of the definitions, whose files the console opens in an editor. */
  readonly folder?: string | undefined;
  readonly agents: readonly { readonly id: string; readonly group: string }[];
  /** Epoch ms. */
  readonly start: number;
  readonly speed: number;
  readonly seed: string;
  readonly onEvent: (event: BusEvent) => void;
  /**
   * Simulated ms that may pass while something is in flight: more at a time, less alike from run to
   * run.
   */
  readonly overlap?: number;
  /** Execution environments per function at most; 2 when left out. */
  readonly poolSize?: number;
  /** Functions run in this thread, for less processor time; in worker threads when left out. */
  readonly oneThread?: boolean;
  /** Log lines, events and executions that can be read afterwards; 50,000 when left out. */
  readonly history?: number;
  /** How the simulated people act. */
  readonly behaviour: Behaviour;
  /** How often agents choose each classifier; all alike when missing. */
  readonly weights?: Weights | undefined;
  /** What goes wrong on purpose, in the cloud and with Connect's events. */
  readonly faults?: Faults;
  readonly eventFaults?: EventFaults;
}

export interface LocalCentre
  extends DeploymentClient,
    Pick<SimulatedPeople, 'network' | 'refusals' | 'startCallers' | 'textsPending'> {
  readonly cloud: LocalCloud;
  /**
   * Somebody dials an own number; undefined when no flow answers it or they are on the telephone.
   */
  ring(arrival: Arrival): ContactId | undefined;
  stop(): Promise<void>;
}

export async function startLocalCentre(options: LocalCentreOptions): Promise<LocalCentre> {
  const { assembly, start, speed, faults, definitions, seed } = options;
  keepHeapSmall();
  const phone = connectOf(definitions);
  const cloud = await startLocalCloud({
    assembly,
    start,
    speed,
    extensions: [phone.extension],
    overlap: options.overlap || undefined,
    poolSize: options.poolSize,
    oneThread: options.oneThread,
    history: options.history,
    faults,
    seed,
  });
  if (options.folder !== undefined)
    cloud.distributions.standsFor(NO_EDITOR, editorOf(options.folder));
  addPeople(cloud, definitions);
  const deployment = deploymentClient(cloud);
  const { comeBackTo, offered, received, ...people } = simulatedPeople({
    ...options,
    cloud,
    phone,
    deployment,
  });
  cloud.buses.listen((event) => {
    if (event.source !== 'ringback') return;
    const { 'detail-type': type, detail } = event;
    options.onEvent({ type: type as EntryType, detail: detail as unknown as BusEvent['detail'] });
    if (type === 'record.unhandled') comeBackTo(detail as unknown as Unhandled);
    if (type === 'message.received') received(detail as unknown as ReceivedText);
    if (type === 'record.offered') offered(detail as unknown as Offered);
  });
  playHlr(definitions, cloud, people.network);
  return {
    ...deployment,
    ...people,
    cloud,
    ring: (arrival) => phone.ring(arrival),
    stop: () => cloud.stop(),
  };
}

/** What the deployment names instead of an editor (lib/infra/api/pages.ts). */
const NO_EDITOR = 'https://editor.invalid';

/** The scheme of Visual Studio Code, which other editors take as well. */
const editorOf = (folder: string): string =>
  `vscode://file${pathToFileURL(resolve(folder)).pathname}/{path}:{line}`;

function connectOf({ centre: { connect, numbers } }: Definitions) {
  return localConnect({
    callsPerSecond: connect.callsPerSecond,
    burst: connect.burst,
    existingInstanceArn: connect.instanceArn || undefined,
    existingNumbers: Object.values(numbers).flatMap((own) => ('number' in own ? [given(own)] : [])),
  });
}

const given = ({ number, arn }: { readonly number: string; readonly arn?: string | undefined }) =>
  arn === undefined ? { number } : { number, arn };
