#!/usr/bin/env node

// The command. An older Node reads this file too: see package.json beside it.
if (process.features.typescript) import('../lib/cli/main.ts');
else {
  process.stderr.write(
    `Node ${process.versions.node} is too old for Ringback; run: npm ci (it brings Node 24), then: npx ringback\n`,
  );
  process.exitCode = 1;
}
