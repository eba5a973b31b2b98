import { describe, expect, it } from 'vitest';
import { domainMarkdown, domainNames, domains, isDomainName } from '../../../src/features/docs/domain';
import { analyse } from '../../../src/language/analyse';
import { blocks } from './catalogue';

describe('the documentation of domains', () => {
  it('has them in the order of the language', () => {
    expect(domainNames).toEqual(['real', 'positive', 'unit', 'simplex', 'ordered', 'interval', 'covariance']);
  });

  it.each(domainNames)('of %s has an example that stays in the domain', (name) => {
    const { example, detail, doc } = domains[name];
    expect(example).toContain(`: ${name}`);
    expect(
      analyse(example).diagnostics.filter(({ severity, code }) => severity === 'error' && code !== 'no-observed'),
    ).toEqual([]);
    expect(domainMarkdown(name)).toBe(`**${name}**: ${detail}\n\n${doc}\n\n\`\`\`lvm\n${example}\n\`\`\``);
    expect(blocks(domainMarkdown(name))).toEqual([example]);
  });

  it('knows no other domain', () => {
    expect(domainNames.every(isDomainName)).toBe(true);
    expect(['Real', 'hasOwnProperty'].some(isDomainName)).toBe(false);
  });
});
