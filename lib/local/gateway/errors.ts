// Errors in the protocol of each service. A bug of the emulation becomes a client error: SDKs
// would retry a 500 and hide it.
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { AwsError } from '../errors.ts';
import type { GatewayRequest, Protocol, ServiceResponse } from './service.ts';

/**
 * An error in the words of the service's protocol, so that SDK clients throw the right exception.
 */
export function errorResponse(error: unknown, protocol: Protocol): ServiceResponse {
  const aws = asAwsError(error);
  if (protocol === 'rest-xml') return xmlError(aws, '');
  if (protocol === 'query') return xmlError(aws, 'ErrorResponse');
  const body = JSON.stringify({ __type: aws.code, message: aws.message, ...aws.details });
  return {
    status: aws.status,
    headers: { 'Content-Type': contentType(protocol), 'x-amzn-errortype': aws.code },
    body,
  };
}

function asAwsError(error: unknown): AwsError {
  if (error instanceof AwsError) return error;
  if (error instanceof NotEmulated) return new AwsError('NotEmulated', error.message, 400);
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  // A bug of the emulation: 500 would be retried and hidden, so it is a client error that says so.
  return new AwsError('LocalCloudBug', text, 400);
}

/** Guesses the protocol of an unknown service from what its client sends. */
export function guessProtocol({ headers }: Pick<GatewayRequest, 'headers'>): Protocol {
  const type = headers['content-type'] ?? '';
  if (type.includes('x-www-form-urlencoded')) return 'query';
  return type.includes('xml') ? 'rest-xml' : 'rest-json';
}

function contentType(protocol: Protocol): string {
  return protocol === 'rest-json'
    ? 'application/json'
    : `application/x-amz-json-${protocol.slice(-3)}`;
}

function xmlError({ code, message, status }: AwsError, around: string): ServiceResponse {
  const plain = code === 'AccessDeniedException' ? 'AccessDenied' : code;
  const error = `<Error><Code>${plain}</Code><Message>${escapeXml(message)}</Message></Error>`;
  const body = around ? `<${around}>${error}</${around}>` : error;
  return {
    status,
    headers: { 'Content-Type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>${body}`,
  };
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
