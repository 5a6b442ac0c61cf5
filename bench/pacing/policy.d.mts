import type { PacingMode, PacingSettings } from '../../lib/domain/pacing/settings.ts';

/** A policy of the shared simulator (see its README); opaque to us. */
declare const policy: (mode?: PacingMode, over?: Partial<PacingSettings>) => unknown;
export default policy;
