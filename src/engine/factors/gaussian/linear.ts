import type { Distribution, Expr } from '../../../model/model';
import type { Program } from '../../evaluate/program';
import type { Element } from '../../plan/graph';

/**
 * The continuous variables that an expression depends on, by name (a chain counts as one): true for those that must be given a value
 * before it is affine in the others.
 */
type Uses = ReadonlyMap<string, boolean>;

/** What the arguments of a network depend on. */
type Args = ReadonlyMap<string, Uses>;

const noArgs: Args = new Map();

const nothing: Uses = new Map();

const found = new WeakMap<Distribution, ReadonlySet<string> | null>();

/**
 * The names of the variables that must have values before an element's distribution is Gaussian with a mean affine in the other continuous
 * variables and a constant spread, whatever the values of the discrete ones and of the numbers. Looked up once for each structure.
 * Of two factors one is taken to have a value; a power of a variable counts as bent whatever its exponent.
 * @returns null where no values make it Gaussian
 */
export function bentNames(element: Element, program: Program): ReadonlySet<string> | null {
  const { distribution } = element;
  let names = found.get(distribution);
  if (names === undefined) {
    const uses = element.variable.type.kind === 'real' ? usesOf(distribution, new Analysis(program)) : null;
    names = uses === null ? null : new Set([...uses].filter(([, isBent]) => isBent).map(([name]) => name));
    found.set(distribution, names);
  }
  return names;
}

/** Whether an element is Gaussian and linear in all continuous variables: then its conditional is never null. */
export function isLinearGaussian(element: Element, program: Program): boolean {
  return bentNames(element, program)?.size === 0;
}

function usesOf(distribution: Distribution, analysis: Analysis): Uses | null {
  switch (distribution.kind) {
    case 'copies':
      return usesOf(distribution.base, analysis);
    case 'table': {
      const rows = distribution.rows.map(({ value }) => usesOf(value, analysis));
      if (distribution.otherwise !== null) rows.push(usesOf(distribution.otherwise, analysis));
      const known = rows.filter((row) => row !== null);
      if (known.length < rows.length) return null;
      return together([...distribution.subjects.map((subject) => bent(analysis.of(subject, noArgs))), ...known]);
    }
    case 'family': {
      const uses = (name: string) => analysis.of(distribution.args[name]!, noArgs);
      switch (distribution.family) {
        case 'Normal':
          return together([uses('mean'), bent(uses('sd'))]);
        case 'MultivariateNormal':
          return together([uses('mean'), bent(uses('covariance'))]);
        case 'Dirac':
          return uses('value');
        default:
          return null;
      }
    }
  }
}

class Analysis {
  private readonly lets = new Map<string, Uses>();

  constructor(private readonly program: Program) {}

  of(expr: Expr, args: Args): Uses {
    const uses = (part: Expr) => this.of(part, args);
    switch (expr.op) {
      case 'number':
      case 'constant':
      case 'param':
      case 'loop':
        return nothing;
      case 'let':
        return this.ofLet(expr.name);
      case 'variable':
        return expr.type.kind === 'real' ? new Map([[expr.name, false]]) : nothing;
      case 'argument':
        return args.get(expr.name)!;
      case 'vector':
        return together(expr.items.map(uses));
      case 'negate':
        return uses(expr.operand);
      case 'add':
      case 'subtract':
        return together([uses(expr.left), uses(expr.right)]);
      case 'multiply':
        return product(uses(expr.left), uses(expr.right));
      case 'divide':
        return together([uses(expr.left), bent(uses(expr.right))]);
      case 'power':
        return bent(together([uses(expr.left), uses(expr.right)]));
      case 'call':
        return ofCall(expr.function, expr.args.map(uses));
      case 'network': {
        const network = this.program.networks.get(expr.name)!;
        const bound = expr.args.map(uses);
        return this.of(network.body, new Map(network.args.map(({ name }, i) => [name, bound[i]!])));
      }
      case 'index':
        return together([uses(expr.base), bent(uses(expr.index))]);
      case 'dense':
        return expr.activation === 'linear' ? uses(expr.input) : bent(uses(expr.input));
      case 'table':
        return together([
          ...expr.subjects.map((subject) => bent(uses(subject))),
          ...expr.rows.map(({ value }) => uses(value)),
          ...(expr.otherwise === null ? [] : [uses(expr.otherwise)]),
        ]);
    }
  }

  private ofLet(name: string): Uses {
    let uses = this.lets.get(name);
    if (uses === undefined) {
      uses = this.of(this.program.lets.get(name)!.value, noArgs);
      this.lets.set(name, uses);
    }
    return uses;
  }
}

function ofCall(name: Extract<Expr, { op: 'call' }>['function'], args: readonly Uses[]): Uses {
  switch (name) {
    case 'sum':
    case 'concat':
      return together(args);
    case 'dot':
    case 'matmul':
      return product(args[0]!, args[1]!);
    default:
      return bent(together(args));
  }
}

function together(all: readonly Uses[]): Uses {
  const result = new Map<string, boolean>();
  for (const uses of all) {
    for (const [name, isBent] of uses) result.set(name, isBent || result.get(name) === true);
  }
  return result;
}

function bent(uses: Uses): Uses {
  return new Map([...uses.keys()].map((name) => [name, true]));
}

/** Of two factors that both vary, the one with fewer variables that have no value yet is given values. */
function product(a: Uses, b: Uses): Uses {
  if (a.size === 0 || b.size === 0) return together([a, b]);
  const straight = (uses: Uses) => [...uses.values()].filter((isBent) => !isBent).length;
  return straight(a) <= straight(b) ? together([bent(a), b]) : together([a, bent(b)]);
}
