// Signature Version 4 names the caller and the service. The signature itself is not verified: keys
// are secret and drawn per run (lib/local/iam/access-key.ts).
import type { GatewayRequest } from './service.ts';

/**
 * Who signed a request and for which service. The signature itself is not checked: the key names
 * the caller.
 */
export interface Signed {
  readonly accessKey: string;
  readonly service: string;
}

/** Reads the credential scope of Signature Version 4, from the header or from a presigned URL. */
export function readSignature({
  headers,
  query,
}: Pick<GatewayRequest, 'headers' | 'query'>): Signed | undefined {
  const header = headers.authorization;
  const start = header?.indexOf('Credential=') ?? -1;
  const scope =
    header && start >= 0
      ? header.slice(start + 'Credential='.length).split(/[, ]/, 1)[0]
      : query.get('X-Amz-Credential');
  const parts = scope?.split('/') ?? [];
  const [accessKey, , , service] = parts;
  return accessKey && service ? { accessKey, service } : undefined;
}
