// Before `npm start` and `npm test`: are the packages there, and the Node that comes with them?
// Plain JavaScript, since an older Node must be able to run it and say so.
import { existsSync } from 'node:fs';

/** The first that runs TypeScript files as they are. */
const [major, minor] = [22, 18];
const [ours, ourMinor] = process.versions.node.split('.').map(Number);
const isOld = ours < major || (ours === major && ourMinor < minor);

function problem() {
  if (!existsSync(new URL('../node_modules/zod', import.meta.url)))
    return 'the packages are not installed; run: npm ci   (npm ci --loglevel=notice shows why it fails)';
  if (isOld)
    return `this is Node ${process.versions.node}, and Node 24 was not installed with the packages; run: npm ci, or install Node 24`;
  return undefined;
}

const found = problem();
if (found !== undefined) {
  process.stderr.write(`${found}\n`);
  process.exitCode = 1;
}
