import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, text = '']) => text,
  );

describe('the README', () => {
  it('shows a rule and a scenario of the example, word for word (CBR-13 b)', () => {
    const [rule, scenario] = blocks('yaml');

    expect(readFileSync('examples/clinic-recall/rules/worked-b.yaml', 'utf8')).toContain(rule);
    expect(readFileSync('examples/clinic-recall/rules/worked-b.test.yaml', 'utf8')).toContain(
      scenario,
    );
  });

  it('names only scripts and commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const command = readFileSync('lib/cli/ringback.ts', 'utf8');
    const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
    const ringback = [...readme.matchAll(/npx ringback (\w+)/g)].map(([, name]) => name);

    expect(named.filter((name) => !(String(name) in scripts))).toEqual([]);
    expect(ringback.filter((name) => !command.includes(`  ${name}: {`))).toEqual([]);
  });

  it('links to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, path = '']) => path);

    const missing = links.filter((path) => {
      try {
        readFileSync(path);
        return false;
      } catch (error) {
        return (error as NodeJS.ErrnoException).code !== 'EISDIR';
      }
    });
    expect(missing).toEqual([]);
  });
});
