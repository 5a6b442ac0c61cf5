// What `npx cdk` runs. An older Node reads this file too: see package.json beside it.
if (process.features.typescript) {
  // the second start takes half the time of the first, for processes this one starts as well
  const { directory } = process.getBuiltinModule('node:module').enableCompileCache();
  if (directory) process.env.NODE_COMPILE_CACHE ??= directory;
  import('../lib/cli/app.ts');
} else {
  process.stderr.write(
    `Node ${process.versions.node} is too old for Ringback; run: npm ci (it brings Node 24), then: npx cdk\n`,
  );
  process.exitCode = 1;
}
