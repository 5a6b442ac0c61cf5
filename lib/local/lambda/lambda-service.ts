// The Lambda API: Invoke, which deployed code calls, and what the account may run at once.
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import type { AccountFacts } from '../account/account-facts.ts';
import { Raw, restService } from '../gateway/rest-service.ts';
import type { Service, ServiceCall } from '../gateway/service.ts';
import type { Functions } from './functions.ts';

export function lambdaService(
  functions: Functions,
  { concurrentFunctions: ConcurrentExecutions }: Pick<AccountFacts, 'concurrentFunctions'>,
): Service {
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
    {
      name: 'GetAccountSettings',
      method: 'GET',
      path: '/2016-08-19/account-settings',
      access: () => [{ action: 'lambda:GetAccountSettings', resource: '*' }],
      run: () => ({ AccountLimit: { ConcurrentExecutions } }),
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
