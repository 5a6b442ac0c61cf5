// `ringback dev [folder]`: the centre runs while its author changes it.
import { misused } from './arguments.ts';
import type { Command } from './command.ts';
import { readDevOptions } from './dev/options.ts';
import { Synthesiser } from './dev/synthesiser.ts';
import { Watching } from './dev/watching.ts';
import { startCentre } from './start.ts';

export { HELP } from './dev/options.ts';

export const dev: Command = async (args, io) => {
  const options = readDevOptions(args);
  if ('wrong' in options) return misused(io, 'dev', options);
  return await startCentre(options, io, ({ cloud }) => {
    const synthesiser = new Synthesiser();
    const watching = new Watching({
      folder: options.folder,
      say: io.out,
      synthesise: (wanted) => synthesiser.synthesise(wanted),
      update: (assembly) => cloud.update(assembly),
    });
    return {
      async stop() {
        await watching.stop();
        await synthesiser.stop();
      },
    };
  });
};
