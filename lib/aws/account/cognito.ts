// Questions to Cognito, signed here: three of them do not ask for a client of their own.
import { z } from 'zod';
import { type AwsSettings, askSigned } from './ask-signed.ts';

type Action = 'DescribeUserPoolClient' | 'DescribeResourceServer' | 'ListGroups';
export type AskCognito = (action: Action, body: object) => Promise<unknown>;

/** Named as Cognito names what it refuses with. */
export class CognitoRefusal extends Error {}

const Refusal = z.object({
  __type: z.string().default('CognitoRefusal'),
  message: z.string().optional(),
  Message: z.string().optional(),
});

/** @returns asks; throws CognitoRefusal */
export function cognito(settings: AwsSettings, ask: typeof fetch = fetch): AskCognito {
  return async (action, content) => {
    const answer = await askSigned(
      settings,
      {
        service: 'cognito-idp',
        host: 'cognito-idp',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
        },
        body: JSON.stringify(content),
      },
      ask,
    );
    const read: unknown = await answer.json();
    if (answer.ok) return read;
    const { __type: type, message, Message } = Refusal.parse(read);
    const refusal = new CognitoRefusal(message ?? Message ?? type);
    refusal.name = type.slice(type.lastIndexOf('#') + 1);
    throw refusal;
  };
}
