// Service Quotas: what the account may have of a service, two quotas a page, so that a reader of
// the first page only is found out.
import { AwsError } from '../errors.ts';
import { jsonService } from '../gateway/json-service.ts';
import type { Service } from '../gateway/service.ts';
import type { Json } from '../json.ts';
import type { AccountFacts } from './account-facts.ts';

const PAGE = 2;

export function serviceQuotas({ quotas }: AccountFacts): Service {
  return jsonService('servicequotas', 'json-1.1', {
    ListServiceQuotas: {
      access: () => [{ action: 'servicequotas:ListServiceQuotas', resource: '*' }],
      run: ({ ServiceCode, NextToken }) => page(quotas[String(ServiceCode)], NextToken),
    },
  });
}

function page(quotas: Readonly<Record<string, number>> | undefined, token: unknown): Json {
  if (quotas === undefined) throw new AwsError('NoSuchResourceException', 'no such service', 400);
  const from = Number(token ?? 0);
  const all = Object.entries(quotas);
  const shown = all.slice(from, from + PAGE).map(([QuotaName, Value]) => ({ QuotaName, Value }));
  const next = from + PAGE;
  return next < all.length ? { Quotas: shown, NextToken: String(next) } : { Quotas: shown };
}
