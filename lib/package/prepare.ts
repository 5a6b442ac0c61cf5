// Reads and checks a folder for the construct, which has no time to wait: constructors of the CDK
// are synchronous. Prints what it found as JSON.
import { deployables } from '../cli/deployables.ts';

const [, , folder = '.', into = '.'] = process.argv;
process.stdout.write(JSON.stringify(await deployables(folder, into)));
