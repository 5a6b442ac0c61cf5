// A request to an external service during a call (IVR-2, IVR-3). A token goes into the token store,
// never into attributes; values that are saved go back to the flow, each as a text that is not
// empty.

import { NOTHING, valueAttribute, visitsAttribute } from '../../domain/calls/call-attributes.ts';
import { blockOf } from '../../domain/calls/inbound-setting.ts';
import { callValues, valueAt } from '../../domain/inbound/call-values.ts';
import { contactId } from '../../domain/model/ids.ts';
import type { BlockOf } from '../../language/schema/ivr.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskInput, TaskOutput, UseCase } from '../tasks/tasks.ts';
import { askService } from './asking-services.ts';

type Needs = PortsOf<'call-api'>;
type Input = TaskInput<'call-api'>;
type Answer = TaskOutput<'call-api'>;

export const callApi: UseCase<'call-api', Needs> = async (input, ports) => {
  const definitions = ports.definitions.definitions();
  const block = blockOf(definitions, input.ivr, input.block, 'api-login', 'api-request');
  if (block === undefined) return failed('the block is not in the IVR');
  const visits = visitsOf(input);
  const once = `${input.contact}-${input.block}-${visits}`;
  const answer = await (block.kind === 'api-login'
    ? logIn(block, input, once, ports)
    : request(block, input, once, ports));
  return { ...answer, visits: String(visits + 1) };
};

/**
 * Connect asks again when it got no answer: then the flow has not counted, and the request is the
 * same.
 */
const visitsOf = ({ attributes, block }: Input): number =>
  Number(attributes[visitsAttribute(block)] ?? 0) || 0;

const failed = (because: string, saved: Answer = {}): Answer => ({
  outcome: 'failed',
  because,
  ...saved,
});

async function logIn(
  block: BlockOf<'api-login'>,
  input: Input,
  once: string,
  ports: Needs,
): Promise<Answer> {
  const answer = await askService(block.request, callValues(input), ports, undefined, once);
  if (answer.kind === 'failed') return failed(answer.because);
  const token = valueAt(answer.body, block.token, LONGEST_TOKEN);
  if (token === undefined) return failed('the answer holds no token');
  await ports.tokens.keep(contactId(input.contact), input.block, token, ports.clock.now());
  return { outcome: 'ok' };
}

/** Characters; signed tokens are long. */
const LONGEST_TOKEN = 8000;

async function request(
  block: BlockOf<'api-request'>,
  input: Input,
  once: string,
  ports: Needs,
): Promise<Answer> {
  const nothing = Object.fromEntries(
    Object.keys(block.save).map((name) => [valueAttribute(name), NOTHING]),
  );
  const { login } = block;
  const token =
    login === undefined ? undefined : await ports.tokens.read(contactId(input.contact), login);
  if (login !== undefined && token === undefined) {
    return failed(`there is no token of '${login}'`, nothing);
  }
  const answer = await askService(block.request, callValues(input), ports, token, once);
  if (answer.kind === 'failed') return failed(answer.because, nothing);
  const saved = Object.entries(block.save).map(([name, place]) => [
    valueAttribute(name),
    valueAt(answer.body, place) ?? NOTHING,
  ]);
  return { outcome: 'ok', ...Object.fromEntries(saved) };
}
