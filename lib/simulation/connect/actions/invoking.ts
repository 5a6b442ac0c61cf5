// The call of a Lambda function.

import { isObject } from '../../../compiler/json.ts';
import { lambdaEvent, readResponse } from '../lambda-event.ts';
import { NotEmulated } from '../not-emulated.ts';
import { readValue } from '../values.ts';
import {
  type ActionAt,
  type ActionRun,
  FAILED,
  failed,
  type Handler,
  integerOf,
  NEXT,
  perform,
  textOf,
} from './handler.ts';

/** A synchronous answer replaces all of `$.External`; an asynchronous call does not change it. */
function* invokeLambda(at: ActionAt): ActionRun {
  const arn = textOf(at, 'LambdaFunctionARN');
  const limitSeconds = integerOf(at, 'InvocationTimeLimitSeconds');
  if (!arn || limitSeconds === undefined) return FAILED;
  const asynchronous = textOf(at, 'InvocationType') === 'ASYNCHRONOUS';
  const parameters = readValue(at.parameters.LambdaInvocationAttributes ?? {}, at);
  const payload = lambdaEvent(at.contact, isObject(parameters) ? parameters : {});
  const result = yield* perform({ kind: 'invoke', arn, payload, limitSeconds, asynchronous });
  if (result.kind === 'failed') return failed(result.error);
  if (asynchronous) return NEXT;
  if (result.kind !== 'returned') throw new TypeError('a synchronous call ends with an answer');
  const external = readResponse(result.payload, responseType(at));
  if (!external) return FAILED;
  at.scope.external = external;
  return NEXT;
}

function responseType(at: ActionAt): 'STRING_MAP' | 'JSON' {
  const { ResponseValidation } = at.parameters;
  const type = isObject(ResponseValidation) ? ResponseValidation.ResponseType : 'STRING_MAP';
  if (type === 'STRING_MAP' || type === 'JSON') return type;
  throw new NotEmulated(`the ResponseType ${String(type)} of action '${at.action.Identifier}'`);
}

export const INVOKING: Readonly<Record<string, Handler>> = {
  InvokeLambdaFunction: invokeLambda,
};
