import type { ServiceRequest } from '../../domain/inbound/service-request.ts';

/**
 * failed: no answer that could be used, and why in words that hold nothing of the caller or the
 * answer.
 */
export type ServiceAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'failed'; readonly because: string };

/**
 * Requests to services outside (IVR-2, IVR-3, INB-14), kept away from private addresses; never
 * raises.
 */
export interface Services {
  ask(request: ServiceRequest): Promise<ServiceAnswer>;
}
