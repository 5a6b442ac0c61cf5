import type { Compared } from '../comparison.ts';
export const reportPage = (_: readonly Compared[]): string => '';
