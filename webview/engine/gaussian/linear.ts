import type { Distribution, Expr } from '../../../src/model/model';
import type { Element } from '../graph';
import type { Program } from '../program';

/** How an expression depends on the continuous variables: not at all, as an affine function, or otherwise. */
type Degree = 0 | 1 | 2;

/** The degrees of a network's arguments. */
type Args = Readonly<Record<string, Degree>>;

const found = new WeakMap<Distribution, boolean>();

/**
 * Whether an element's distribution is Gaussian with a mean affine in the continuous variables, whatever the values of the discrete
 * ones and of the numbers: then its conditional is never null. Looked up once for each structure. Powers of variables count as bent.
 */
export function isLinearGaussian(element: Element, program: Program): boolean {
  const { distribution } = element;
  let linear = found.get(distribution);
  if (linear === undefined) {
    linear = element.variable.type.kind === 'real' && isLinear(distribution, new Degrees(program));
    found.set(distribution, linear);
  }
  return linear;
}

/** Whether all of a closure can be one linear-Gaussian model, apart from its discrete elements. */
export function canBeLinearGaussian(elements: readonly Element[], program: Program): boolean {
  return elements.every((element) => element.discrete || isLinearGaussian(element, program));
}

function isLinear(distribution: Distribution, degrees: Degrees): boolean {
  switch (distribution.kind) {
    case 'copies':
      return isLinear(distribution.base, degrees);
    case 'table':
      return (
        distribution.subjects.every((subject) => degrees.of(subject, {}) === 0) &&
        distribution.rows.every(({ value }) => isLinear(value, degrees)) &&
        (distribution.otherwise === null || isLinear(distribution.otherwise, degrees))
      );
    case 'family': {
      const degree = (name: string) => degrees.of(distribution.args[name]!, {});
      switch (distribution.family) {
        case 'Normal':
          return degree('mean') < 2 && degree('sd') === 0;
        case 'MultivariateNormal':
          return degree('mean') < 2 && degree('covariance') === 0;
        case 'Dirac':
          return degree('value') < 2;
        default:
          return false;
      }
    }
  }
}

class Degrees {
  private readonly lets = new Map<string, Degree>();

  constructor(private readonly program: Program) {}

  of(expr: Expr, args: Args): Degree {
    const degree = (part: Expr) => this.of(part, args);
    switch (expr.op) {
      case 'number':
      case 'constant':
      case 'param':
      case 'loop':
        return 0;
      case 'let':
        return this.ofLet(expr.name);
      case 'variable':
        return expr.type.kind === 'real' ? 1 : 0;
      case 'argument':
        return args[expr.name] ?? 2;
      case 'vector':
        return highest(expr.items.map(degree));
      case 'negate':
        return degree(expr.operand);
      case 'add':
      case 'subtract':
        return highest([degree(expr.left), degree(expr.right)]);
      case 'multiply':
        return product(degree(expr.left), degree(expr.right));
      case 'divide':
        return degree(expr.right) === 0 ? degree(expr.left) : 2;
      case 'power':
        return bent([degree(expr.left), degree(expr.right)]);
      case 'call':
        return this.ofCall(expr.function, expr.args.map(degree));
      case 'network': {
        const network = this.program.networks.get(expr.name)!;
        const bound = expr.args.map(degree);
        return this.of(network.body, Object.fromEntries(network.args.map(({ name }, i) => [name, bound[i]!])));
      }
      case 'index':
        return degree(expr.index) === 0 ? degree(expr.base) : 2;
      case 'dense':
        return expr.activation === 'linear' ? degree(expr.input) : bent([degree(expr.input)]);
      case 'table': {
        if (expr.subjects.some((subject) => degree(subject) > 0)) return 2;
        const rows = expr.rows.map(({ value }) => degree(value));
        return highest(expr.otherwise === null ? rows : [...rows, degree(expr.otherwise)]);
      }
    }
  }

  private ofLet(name: string): Degree {
    let degree = this.lets.get(name);
    if (degree === undefined) {
      degree = this.of(this.program.lets.get(name)!.value, {});
      this.lets.set(name, degree);
    }
    return degree;
  }

  private ofCall(name: Extract<Expr, { op: 'call' }>['function'], args: readonly Degree[]): Degree {
    switch (name) {
      case 'sum':
      case 'concat':
        return highest(args);
      case 'dot':
      case 'matmul':
        return product(args[0]!, args[1]!);
      default:
        return bent(args);
    }
  }
}

function highest(degrees: readonly Degree[]): Degree {
  return Math.max(0, ...degrees) as Degree;
}

function product(a: Degree, b: Degree): Degree {
  return a > 0 && b > 0 ? 2 : highest([a, b]);
}

/** Of a function that is constant only where all its arguments are. */
function bent(degrees: readonly Degree[]): Degree {
  return highest(degrees) === 0 ? 0 : 2;
}
