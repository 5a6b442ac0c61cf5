// After `npm ci`: what a first start would take longest for and no folder decides. Plain
// JavaScript, since an older Node must be able to run it. An installation never fails here: a start
// makes whatever is missing.
if (process.features.typescript) {
  process.getBuiltinModule('node:module').enableCompileCache();
  try {
    await import('./prebuild.ts');
  } catch (error) {
    process.stderr.write(`Not prepared, so the first start takes longer: ${error.message}\n`);
  }
}
