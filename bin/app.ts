// What `npx cdk` runs. An older Node reads this file too: see package.json beside it.
if (process.features.typescript) import('../lib/cli/app.ts');
else {
  process.stderr.write(
    `Node ${process.versions.node} is too old for Ringback; run: npm ci (it brings Node 24), then: npx cdk\n`,
  );
  process.exitCode = 1;
}
