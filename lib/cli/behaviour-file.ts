// How the simulated people of a folder act: `behaviour.yaml`, or the file that was named instead.
import { join } from 'node:path';
import type { Definitions } from '../language/definitions.ts';
import { diagnostic } from '../language/diagnostic-codes.ts';
import { loadFile } from '../language/load.ts';
import { didYouMean } from '../language/nearest.ts';
import type { BehaviourFile } from '../language/schema/behaviour.ts';
import { mistakeLines, type ReadInput, refusedInput, textOfFile } from './read-input.ts';

interface Where {
  readonly folder: string;
  /** Path of a file that stands for that of the folder. */
  readonly behaviour?: string | undefined;
}

/** Without a file people act as the figures of the trade say. */
export async function givenBehaviour(
  { folder, behaviour }: Where,
  definitions: Definitions,
  campaigns: readonly string[],
): Promise<ReadInput<BehaviourFile>> {
  const path = behaviour ?? join(folder, 'behaviour.yaml');
  const text = await textOfFile(path);
  if (text === undefined && behaviour !== undefined)
    return refusedInput(`--behaviour: '${path}' cannot be read; is the path right?`);
  const { value, diagnostics, keyAt } = loadFile('behaviour', { path, text: text ?? '' });
  if (!value) return refusedInput(...mistakeLines(diagnostics));
  const known = classifiersOf(definitions, campaigns);
  const unknown = Object.keys(value.classifiers).filter((id) => !known.includes(id));
  if (unknown.length === 0) return { value };
  // The folder's own file may be about another campaign; a file that was named is about this one.
  if (behaviour === undefined) return { value };
  return refusedInput(
    ...mistakeLines(
      unknown.map((id) =>
        diagnostic(
          'unknown-classifier',
          keyAt(['classifiers', id]),
          campaigns.length === 1
            ? `campaign '${campaigns.join()}' has no classifier '${id}'`
            : `no campaign has a classifier '${id}'`,
          didYouMean(id, known),
        ),
      ),
    ),
  );
}

export const classifiersOf = (
  { campaigns }: Definitions,
  ids: readonly string[],
): readonly string[] => [
  ...new Set(ids.flatMap((id) => Object.keys(campaigns[id]?.classifiers ?? {}))),
];
