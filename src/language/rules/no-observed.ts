import type { Rule } from '../check/rule';
import { code, replace } from '../check/wording';

/** A model without an observed variable has no density to show. */
export const noObserved: Rule = {
  code: 'no-observed',
  tree: (check) => {
    const { statements } = check.tree;
    const hasObserved = statements.some((statement) => statement.kind === 'Variable' && statement.role === 'observed');
    if (hasObserved || statements.some(({ broken }) => broken)) return;
    if (statements.length === 0) {
      const message = `This model is empty. Begin with an observed variable, such as ${code('observed x ~ Normal(0, 1)')}.`;
      check.report({ span: { start: 0, end: 0 }, severity: 'information', message });
      return;
    }
    const latents = statements.filter((statement) => statement.kind === 'Variable');
    const last = latents.at(-1) ?? statements.at(-1)!;
    const message = `The model has no observed variable; add one, such as ${code('observed x ~ Normal(0, 1)')}.`;
    const name = last.kind === 'Variable' ? last.target?.name.text : undefined;
    const isChain = last.kind === 'Variable' && last.target?.index != null;
    const fixes =
      name === undefined || isChain ? [] : [replace(last.keyword, 'observed', `Make ${code(name)} observed`)];
    check.report({ span: last.keyword, message, fixes });
  },
};
