// What a JWT authorizer of API Gateway checks: the signature by the issuer's keys, issuer, times
// and audience (`aud`, or `client_id` where there is none).
// docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
import { JwtVerifier } from 'aws-jwt-verify';
import type { UserPool } from '../users/user-pool.ts';
import type { Authorizer } from './match-route.ts';

export function jwtAuthorizer(pool: UserPool, audience: readonly string[]): Authorizer {
  const verifier = JwtVerifier.create({ issuer: pool.issuer, audience: null });
  const ready = pool.jwks().then(({ keys }) => {
    verifier.cacheJwks({ keys: keys.map((key) => ({ ...key, kty: 'RSA', kid: key.kid ?? '' })) });
  });
  return async (token) => {
    await ready;
    try {
      const claims = verifier.verifySync(token);
      const meant = [claims.aud ?? claims.client_id].flat();
      return meant.some((one) => audience.includes(String(one))) ? claims : undefined;
    } catch {
      return undefined;
    }
  };
}
