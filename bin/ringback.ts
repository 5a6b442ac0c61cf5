#!/usr/bin/env node

// The command. An older Node reads this file too: see package.json beside it.
if (process.features.typescript) {
  // the second start takes half the time of the first, for processes this one starts as well
  const { directory } = process.getBuiltinModule('node:module').enableCompileCache();
  if (directory) process.env.NODE_COMPILE_CACHE ??= directory;
  import('../lib/cli/main.ts');
} else {
  process.stderr.write(
    `Node ${process.versions.node} is too old for Ringback; run: npm ci (it brings Node 24), then: npx ringback\n`,
  );
  process.exitCode = 1;
}
