import type { Instant } from '../../domain/model/instant.ts';

export interface Clock {
  now(): Instant;
}
