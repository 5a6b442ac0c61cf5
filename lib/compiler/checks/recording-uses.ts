// Where the files of recordings/ are used: in spoken texts, as music while waiting and on hold,
// at the desk of agents who wait.
import type { Definitions } from '../../language/definitions.ts';
import type { Path } from '../../language/read-yaml.ts';
import { inboundCampaigns, inboundPath } from './check-facts.ts';
import { spokenByCampaigns, spokenInIvrs } from './spoken.ts';

interface RecordingUse {
  readonly file: string;
  readonly path: Path;
}

export function recordingUses(definitions: Definitions): readonly RecordingUse[] {
  const spoken = [...spokenInIvrs(definitions), ...spokenByCampaigns(definitions)];
  return [
    ...spoken.flatMap(({ say, path }) =>
      typeof say === 'string' ? [] : [{ file: say.recording, path: [...path, 'recording'] }],
    ),
    ...Object.entries(definitions.queues).flatMap(([id, { music }]) =>
      music === undefined ? [] : [{ file: music, path: ['queues', id, 'music'] }],
    ),
    ...Object.entries(definitions.campaigns).flatMap(([id, { waitingMusic }]) =>
      waitingMusic === undefined
        ? []
        : [{ file: waitingMusic, path: ['campaigns', id, 'waitingMusic'] }],
    ),
    ...inboundCampaigns(definitions).flatMap(([id, inbound]) =>
      (['queueMusic', 'holdMusic'] as const).flatMap((setting) => {
        const file = inbound[setting];
        return file === undefined ? [] : [{ file, path: [...inboundPath(id), setting] }];
      }),
    ),
  ];
}
