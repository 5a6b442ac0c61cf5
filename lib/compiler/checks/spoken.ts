// Everything an IVR or a campaign says, with its place: texts and recordings.
import type { Definitions } from '../../language/definitions.ts';
import type { Path } from '../../language/read-yaml.ts';
import type { Block, Say } from '../../language/schema/ivr.ts';
import { blockPath, inboundCampaigns, inboundPath } from './check-facts.ts';

export interface Spoken {
  readonly say: Say;
  readonly path: Path;
}

export interface SpokenInIvr extends Spoken {
  readonly ivr: string;
  readonly block: string;
}

export function spokenInIvrs({ ivrs }: Definitions): readonly SpokenInIvr[] {
  return Object.entries(ivrs).flatMap(([ivr, { blocks }]) =>
    Object.entries(blocks).flatMap(([id, block]) =>
      spokenBy(block).map(({ say, path }) => ({
        ivr,
        block: id,
        say,
        path: [...blockPath(ivr, id), ...path],
      })),
    ),
  );
}

/** What a block says, with the path within it. */
function spokenBy(block: Block): readonly Spoken[] {
  const under = (key: 'say' | 'ask', say: Say | undefined): readonly Spoken[] =>
    say === undefined ? [] : [{ say, path: [key] }];
  return [
    ...('say' in block ? under('say', block.say) : []),
    ...('ask' in block ? under('ask', block.ask) : []),
    ...('announcements' in block
      ? block.announcements.map((say, index) => ({ say, path: ['announcements', index] }))
      : []),
  ];
}

/** What campaigns say around the IVR: in the survey, and when an agent takes the call. */
export function spokenByCampaigns(definitions: Definitions): readonly Spoken[] {
  return inboundCampaigns(definitions).flatMap(([id, { survey, whisper = {} }]) => {
    const path = [...inboundPath(id), 'survey'];
    return [
      ...Object.entries(whisper).flatMap(([to, say]) =>
        say === undefined ? [] : [{ say, path: [...inboundPath(id), 'whisper', to] }],
      ),
      ...(survey?.questions ?? []).map(({ say }, index) => ({
        say,
        path: [...path, 'questions', index, 'say'],
      })),
      ...(survey?.thanks === undefined ? [] : [{ say: survey.thanks, path: [...path, 'thanks'] }]),
    ];
  });
}
