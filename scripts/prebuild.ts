// What every start uses, whatever the folder: the bundles of the functions, the pages, and in
// Node's cache the code of the command and of the synthesis, compiled.
import { keptBundles } from '../lib/cli/kept-bundles.ts';
import { keptPages } from '../lib/cli/kept-pages.ts';

await Promise.all([
  keptBundles(),
  keptPages(),
  import('../lib/cli/ringback.ts'),
  import('../lib/cli/start.ts'),
  import('../lib/cli/start/centre.ts'),
  import('../lib/cli/synthesis.ts').then(() => import('../lib/infra/stacks.ts')),
]);
