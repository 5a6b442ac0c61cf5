// The one place where the product reads the clock.
import { instant } from '../domain/instant.ts';
import type { Clock } from '../domain/ports.ts';

export const systemClock = (): Clock => ({ now: () => instant(Date.now()) });
