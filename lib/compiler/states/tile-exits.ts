// The forms of exits that several kinds of tile share.
import type { TileExit } from './tile.ts';

export const exit = (on: string, to: string): TileExit => ({ on, to, path: [on] });

export const noExits = (): readonly TileExit[] => [];

/** The tile that follows an action; without one the rule ends. */
export const nextExit = (tile: { readonly next?: string | undefined }): readonly TileExit[] =>
  tile.next === undefined ? [] : [exit('next', tile.next)];

export const metExits = (tile: {
  readonly met: string;
  readonly unmet: string;
}): readonly TileExit[] => [exit('met', tile.met), exit('unmet', tile.unmet)];

export const valueExits = (tile: {
  readonly paths: Readonly<Partial<Record<string, string>>>;
  readonly otherwise?: string | undefined;
}): readonly TileExit[] => [
  ...Object.entries(tile.paths).flatMap(([on, to]) =>
    to === undefined ? [] : [{ on, to, path: ['paths', on] }],
  ),
  ...(tile.otherwise === undefined ? [] : [exit('otherwise', tile.otherwise)]),
];
