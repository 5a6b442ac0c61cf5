// A request to an external service during a call (IVR-2, IVR-3, INB-14): what is sent, which secret
// goes along.
import { z } from 'zod';
import { Duration, Id } from './basics.ts';

/**
 * A value of a call. Every call has: caller, called, campaign, record, identity (one, several,
 * none), entered (the digits keyed last), ticket. An api-request adds its own.
 */
export const ValueName = Id;

/** Values every call has from the start, or once a block set them. */
export const CALL_VALUES = [
  'caller',
  'called',
  'campaign',
  'record',
  'identity',
  'entered',
  'ticket',
] as const;
export type CallValue = (typeof CALL_VALUES)[number];

export const ApiRequest = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
  url: z
    .string()
    .regex(/^https:\/\/[^/\s{]+(\/|$)/, 'an https address with a fixed host')
    .describe('A Liquid template over values of the call, with a fixed host: https://…'),
  headers: z
    .record(z.string().regex(/^[A-Za-z0-9-]+$/, 'a header name'), z.string().max(1000))
    .default({})
    .describe('Headers by name: Liquid templates over values of the call.'),
  body: z
    .string()
    .max(10_000)
    .optional()
    .describe('The body: a Liquid template over values of the call, such as JSON.'),
  secret: z
    .strictObject({
      name: Id.describe(
        'Name of the secret in Secrets Manager, within the path of the deployment.',
      ),
      header: z
        .string()
        .regex(/^[A-Za-z0-9-]+$/, 'a header name')
        .default('Authorization')
        .describe('The header that carries its value; Authorization by default.'),
    })
    .optional()
    .describe('A secret that is sent as a header and never stored in a file.'),
  timeout: Duration.refine((limit) => limit >= 1 && limit <= 6, 'from 1 s to 6 s')
    .default(5)
    .describe('How long the service may take; 5 s by default. Connect itself waits 8 s.'),
});
export type ApiRequest = z.output<typeof ApiRequest>;
