// The Lambda API. Invoke is the only action deployed code uses; others are refused by name.
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { Raw, restService } from '../gateway/rest-service.ts';
import type { Service, ServiceCall } from '../gateway/service.ts';
import type { Functions } from './functions.ts';

/** The Lambda API as deployed code calls it: Invoke. */
export function lambdaService(functions: Functions): Service {
  return restService('lambda', [
    {
      name: 'Invoke',
      method: 'POST',
      path: '/2015-03-31/functions/{FunctionName}/invocations',
      access: (_, { FunctionName = '' }) => [
        { action: 'lambda:InvokeFunction', resource: functions.arnOf(FunctionName) },
      ],
      run: (call, { FunctionName = '' }) => invoke(functions, call, FunctionName),
    },
  ]);
}

async function invoke(functions: Functions, { request }: ServiceCall, name: string): Promise<Raw> {
  const type = String(request.headers['x-amz-invocation-type'] ?? 'RequestResponse');
  const target = functions.get(name);
  const payload = request.body.length === 0 ? '{}' : request.body.toString('utf8');
  if (type === 'Event') {
    functions.events.send(target, payload);
    return new Raw({ status: 202, body: '' });
  }
  if (type !== 'RequestResponse') throw new NotEmulated(`lambda:Invoke with type ${type}`);
  const outcome = await target.invoke(payload);
  return new Raw({
    status: 200,
    headers: {
      'Content-Type': 'application/json',
      'X-Amz-Executed-Version': '$LATEST',
      ...(outcome.functionError ? { 'X-Amz-Function-Error': outcome.functionError } : {}),
    },
    body: outcome.payload,
  });
}
