// `npm create ringback <folder>`: ringback init, with a repository around the centre.
import { explainFailures, orInOneLine } from '../cli/failures.ts';
import { HELP, init } from '../cli/init.ts';
import { terminalIo } from '../cli/terminal/terminal-io.ts';

const USAGE = HELP.replace(
  'ringback init <folder> [options]',
  'npm create ringback <folder> -- [options]',
);

const args = process.argv.slice(2);
const io = terminalIo(process.stdout, process.stderr, false);
explainFailures();
if (args.includes('--help') || args.includes('-h')) io.out(USAGE);
else process.exitCode = await orInOneLine(() => init([...args, '--repository'], io), io);
