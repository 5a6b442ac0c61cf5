// A flow can invoke a function only if it is associated with the instance, its policy lets Connect
// call it, and it answers within the flow's time limit. Otherwise the flow takes its error branch,
// as on AWS, and a log line under the function's name says why.
import type { EffectOf, ResultOf } from '../../simulation/connect/effects.ts';
import type { Cloud } from '../cloud.ts';
import { messageOf } from '../errors.ts';
import type { ConnectInstance } from './connect-instance.ts';

type Invoke = EffectOf<'invoke'>;
type Result = ResultOf<'invoke'>;

const FAILED: Result = { kind: 'failed', error: 'NoMatchingError' };

export function invokeFromFlow(
  { instance, cloud }: { readonly instance: ConnectInstance; readonly cloud: Cloud },
  { arn, payload, limitSeconds, asynchronous }: Invoke,
  later: (result: Result) => void,
): Result | undefined {
  const { time, functions, iam, logs } = cloud;
  const refuse = (why: string): Result => {
    logs.write({ at: time.now(), function: arn, requestId: 'flow', text: `not called: ${why}` });
    return FAILED;
  };
  if (!instance.functions.has(functions.arnOf(arn)))
    return refuse('the function is not associated with the instance');
  const connect = {
    kind: 'service',
    name: 'connect.amazonaws.com',
    sourceArn: instance.arn,
  } as const;
  try {
    iam.authorize(connect, 'lambda:InvokeFunction', functions.arnOf(arn));
  } catch (error) {
    return refuse(messageOf(error));
  }
  const target = functions.get(arn);
  if (asynchronous) {
    functions.events.send(target, JSON.stringify(payload));
    return { kind: 'done' };
  }
  let over = false;
  const end = (result: Result) => {
    if (over) return;
    over = true;
    late();
    later(result);
  };
  const late = time.after(limitSeconds * 1000, () => end(refuse('no answer in time')));
  time.work(`a flow asks ${target.settings.name}`, async () => {
    const outcome = await target.invoke(JSON.stringify(payload));
    if (outcome.functionError) end(FAILED);
    else end({ kind: 'returned', payload: JSON.parse(outcome.payload) });
  });
  return undefined;
}
