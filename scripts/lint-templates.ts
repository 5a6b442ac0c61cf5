// Lints the synthesised templates with cfn-lint, a Python program, where it is installed (pip
// install cfn-lint).
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';

// W3005: the CDK writes DependsOn where a reference says the same; without effect
const IGNORED = ['W3005'];
const REGION = 'eu-central-1';

const say = (line: string) => process.stdout.write(`${line}\n`);

if (spawnSync('cfn-lint', ['--version']).error) {
  say('skipped: cfn-lint not installed');
} else if (!existsSync('cdk.out')) {
  say('there is no cdk.out to lint: run npx cdk synth first');
  process.exitCode = 1;
} else {
  const templates = globSync('cdk.out/*.template.json').toSorted();
  const args = ['--regions', REGION, '--ignore-checks', ...IGNORED, '--', ...templates];
  const { status } = spawnSync('cfn-lint', args, { stdio: 'inherit' });
  if (status === 0) say(`${templates.length} templates, nothing found`);
  process.exitCode = status ?? 1;
}
