import type { Choice } from '../../../src/engine/api/preview';
import type { Structure, Variable } from '../../../src/model/model';

/** Longer products are written as one joint prior. */
const mostFactors = 3;

/**
 * How the marginal of an observed variable comes about, as on a whiteboard: `p(x) = Σ_{z} p(z) p(x | z)`, with ∫ for
 * continuous parents, and the joint of the ancestors where the product would be long.
 * @returns plain text as `mathRuns` reads it: `Σ_{z}` is a sum over z, `ⅆz` ends an integral.
 */
export function marginalFormula(structure: Structure, choice: Choice): string {
  const byName = new Map(structure.variables.map((variable) => [variable.name, variable]));
  const variable = byName.get(choice.variable);
  const left = `p(${choice.label})`;
  if (variable === undefined) return left;
  const ancestors = ancestorsOf(variable, byName);
  if (ancestors.length === 0 || variable.range !== null) {
    return ancestors.length === 0 ? left : chainFormula(left, choice, ancestors);
  }
  const discrete = ancestors.filter(isDiscrete);
  const continuous = ancestors.filter((one) => !isDiscrete(one));
  const sum = discrete.length > 0 ? `Σ_{${discrete.map(({ name }) => name).join(', ')}} ` : '';
  const integral = continuous.length > 0 ? '∫ ' : '';
  const differentials = continuous.map(({ name }) => ` ⅆ${name}`).join('');
  const conditional = `p(${choice.label} | ${parentsOf(variable).join(', ')})`;
  const short = ancestors.length < mostFactors && ancestors.every(({ range }) => range === null);
  const prior = short ? ancestors.map(factor).join(' ') : `p(${ancestors.map(({ name }) => name).join(', ')})`;
  return `${left} = ${sum}${integral}${prior} ${conditional}${differentials}`;
}

function chainFormula(left: string, choice: Choice, ancestors: readonly Variable[]): string {
  const names = ancestors.map(({ name }) => name).join(', ');
  const discrete = ancestors.every(isDiscrete);
  const continuous = ancestors.every((one) => !isDiscrete(one));
  const sum = continuous
    ? ''
    : `Σ_{${ancestors
        .filter(isDiscrete)
        .map(({ name }) => name)
        .join(', ')}} `;
  const integral = discrete ? '' : '∫ ';
  const differentials = ancestors
    .filter((one) => !isDiscrete(one))
    .map(({ name }) => ` ⅆ${name}`)
    .join('');
  return `${left} = ${sum}${integral}p(${names}, ${choice.label})${differentials}`;
}

function factor(variable: Variable): string {
  const parents = parentsOf(variable);
  return parents.length === 0 ? `p(${variable.name})` : `p(${variable.name} | ${parents.join(', ')})`;
}

function parentsOf(variable: Variable): string[] {
  return [...new Set(variable.definitions.flatMap(({ parents }) => parents.map(({ name }) => name)))].filter(
    (name) => name !== variable.name,
  );
}

/** All that a variable depends on, in the order of the structure: parents before their children. */
function ancestorsOf(variable: Variable, byName: ReadonlyMap<string, Variable>): Variable[] {
  const found = new Set<string>();
  const visit = (one: Variable): void => {
    for (const name of parentsOf(one)) {
      const parent = byName.get(name);
      if (parent === undefined || found.has(name)) continue;
      found.add(name);
      visit(parent);
    }
  };
  visit(variable);
  return [...byName.values()].filter(({ name }) => found.has(name));
}

function isDiscrete({ type }: Variable): boolean {
  return type.kind !== 'real';
}
