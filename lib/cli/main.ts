// What bin/ringback.ts runs.
import { explainFailures } from './failures.ts';
import { ringback } from './ringback.ts';
import { terminalIo } from './terminal/terminal-io.ts';

/** The reader has closed the pipe, as `| head` does. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}

process.stdout.on('error', leaveQuietly);
const args = process.argv.slice(2);
const io = terminalIo(process.stdout, process.stderr, args.includes('--json'));
explainFailures();
process.exitCode = await ringback(args, io);
