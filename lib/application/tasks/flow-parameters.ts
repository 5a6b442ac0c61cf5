// What a flow hands over beside its contact: texts, by the task it asks. A caller waits for these
// functions, so they are read by these rows; the catalogue's schemas say the same
// (inbound-tasks.ts, and a test holds the two against each other) but bring zod along, a quarter of
// such a function.
import { Fault } from './faults.ts';
import type { FlowTaskName } from './inbound-tasks.ts';
import type { TaskInput } from './tasks.ts';

/** What every flow hands over. */
interface FlowCall {
  readonly campaign: string;
  readonly contact: string;
  readonly from?: string;
  readonly to?: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** text: not empty · may miss: any text, or none · number: written out · otherwise one of these */
type Kind = 'text' | 'may miss' | 'number' | readonly string[];

const AT_BLOCK = { ivr: 'text', block: 'text' } as const;

const PARAMETERS = {
  'answer-call': { ivr: 'text' },
  'authorise-caller': { ...AT_BLOCK, digits: 'may miss' },
  'call-api': AT_BLOCK,
  'find-extension': { digits: 'text' },
  'take-slot': AT_BLOCK,
  'route-call': { ...AT_BLOCK, queue: 'text' },
  'raise-priority': { queue: 'text', waited: 'number' },
  'schedule-callback': { ...AT_BLOCK, number: 'may miss' },
  'mark-voicemail': { ...AT_BLOCK, phase: ['begin', 'end'] },
  'mark-forwarding': { ...AT_BLOCK, phase: ['begin', 'taken', 'failed'] },
  'keep-survey-answer': { question: 'text', key: 'text' },
} as const satisfies {
  readonly [T in FlowTaskName]: {
    readonly [K in Exclude<keyof TaskInput<T>, keyof FlowCall>]-?: Kind;
  };
};

/** @param given the parameters among others, which are left out */
export function readFlowParameters<T extends FlowTaskName>(
  task: T,
  call: FlowCall,
  given: Readonly<Record<string, string>>,
): TaskInput<T> {
  const kinds: Readonly<Record<string, Kind>> = PARAMETERS[task];
  const wrong = [
    ...Object.entries({ campaign: call.campaign, contact: call.contact }).flatMap(([name, text]) =>
      text === '' ? [`event.${name}: is missing`] : [],
    ),
    ...Object.entries(kinds).flatMap(([name, kind]) => {
      const problem = problemOf(kind, given[name]);
      return problem === undefined ? [] : [`event.${name}: ${problem}`];
    }),
  ];
  if (wrong.length > 0) throw new Fault('BadInput', wrong.join('; '));
  const parameters = Object.entries(kinds).flatMap(([name, kind]) => {
    const text = given[name];
    return text === undefined ? [] : [[name, kind === 'number' ? Number(text) : text] as const];
  });
  return { ...call, ...Object.fromEntries(parameters) } as unknown as TaskInput<T>;
}

function problemOf(kind: Kind, text: string | undefined): string | undefined {
  if (kind === 'may miss') return undefined;
  if (text === undefined || text === '') return 'is missing';
  if (kind === 'number') return Number.isFinite(Number(text)) ? undefined : 'is no number';
  if (kind === 'text' || kind.includes(text)) return undefined;
  return `is none of ${kind.join(', ')}`;
}
