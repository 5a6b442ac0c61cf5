// The one place where the product reads the clock.

import type { Clock } from '../application/ports/clock.ts';
import { instant } from '../domain/model/instant.ts';

export const systemClock = (): Clock => ({ now: () => instant(Date.now()) });
