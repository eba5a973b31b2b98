import { reshape, type Tensor, tensor } from '@tensorflow/tfjs-core';
import { type FamilyName, families } from '../../../model/families';
import type { Distribution, FamilyCall } from '../../../model/model';
import { Unanswerable } from '../../api/unanswerable';
import { distributions } from '../../families';
import type { MultivariateFamily, UnivariateFamily } from '../../families/family';
import { sizeOf, withRank } from '../../values/batch';
import { compile } from '../expression';
import { selectRows } from '../pick';
import type { Local, Scope } from '../scope';

/** A conditional distribution with its parameters evaluated: what a variable follows, given the values in a scope. */
export type Law = UnivariateLaw | MultivariateLaw | TableLaw;

export interface UnivariateLaw {
  readonly kind: 'univariate';
  readonly name: FamilyName;
  readonly family: UnivariateFamily;
  /** In the catalogue's order, each [p, n, ...as many axes as `shape` has]; a Categorical's has the categories after them. */
  readonly parameters: readonly Tensor[];
  /** Of one draw: [] for a scalar; otherwise the coordinates are independent. */
  readonly shape: readonly number[];
}

export interface MultivariateLaw {
  readonly kind: 'multivariate';
  readonly name: FamilyName;
  readonly family: MultivariateFamily;
  /** In the catalogue's order, each [p, n, ...1 for each axis of copies, ...own axes]. */
  readonly parameters: readonly Tensor[];
  /** Of one draw: the axes of independent copies, then the length of the vector. */
  readonly shape: readonly number[];
}

export interface TableLaw {
  readonly kind: 'table';
  readonly rows: readonly Law[];
  readonly batch: readonly [points: number, nodes: number];
  /** For each point and node, the row that holds there. */
  readonly row: Int32Array;
  readonly shape: readonly number[];
}

/** Evaluates the parameters of a distribution. */
export function lawOf(distribution: Distribution, scope: Scope, local: Local): Law {
  switch (distribution.kind) {
    case 'family':
      return familyLaw(distribution, scope, local);
    case 'copies':
      return copies(lawOf(distribution.base, scope, local), distribution.count);
    case 'table': {
      const selected = selectRows(
        distribution.subjects.map((subject) => compile(subject)(scope, local)),
        distribution.rows,
      );
      const used = [...new Set(selected.row)];
      const laws = used.map((row) => {
        const chosen = row < 0 ? distribution.otherwise : distribution.rows[row]!.value;
        if (chosen === null)
          throw new Unanswerable('A case has no row for a value that occurs. Add the row, or an else.');
        return lawOf(chosen, scope, local);
      });
      if (laws.length === 1) return laws[0]!;
      const position = new Map(used.map((row, i) => [row, i]));
      return {
        kind: 'table',
        rows: laws,
        batch: selected.batch,
        row: selected.row.map((row) => position.get(row)!),
        shape: distribution.type.shape,
      };
    }
  }
}

function familyLaw(call: FamilyCall, scope: Scope, local: Local): Law {
  const family = distributions[call.family];
  const catalogue = families[call.family];
  const shape = call.type.shape;
  const values = catalogue.parameters.map(({ name, default: standard }) => {
    const arg = call.args[name];
    return arg === undefined ? tensor([standard ?? Number.NaN], [1, 1]) : compile(arg)(scope, local);
  });
  if (family.kind === 'multivariate') {
    return { kind: 'multivariate', name: call.family, family, parameters: values, shape };
  }
  const own = call.family === 'Categorical' ? 1 : 0;
  return {
    kind: 'univariate',
    name: call.family,
    family,
    // A vector of numbers against a scalar: axes of length one after the scalar's.
    parameters: values.map((value) => (own === 1 ? value : withRank(value, shape.length))),
    shape,
  };
}

/** Independent copies along a new first axis: the parameters are the same along it. */
function copies(law: Law, count: number): Law {
  const shape = [count, ...law.shape];
  if (law.kind === 'table') return { ...law, rows: law.rows.map((row) => copies(row, count)), shape };
  const parameters = law.parameters.map((value) => {
    const [points, nodes, ...own] = value.shape as [number, number, ...number[]];
    return reshape(value, [points, nodes, 1, ...own]);
  });
  return { ...law, parameters, shape };
}

/** Whether the coordinates of a draw are independent given the parameters. */
export function isFactorised(distribution: Distribution): boolean {
  switch (distribution.kind) {
    case 'family':
      return distributions[distribution.family].kind === 'univariate';
    case 'copies':
      return isFactorised(distribution.base) || distribution.base.type.shape.length === 0;
    case 'table':
      return (
        distribution.rows.every((row) => isFactorised(row.value)) &&
        (distribution.otherwise === null || isFactorised(distribution.otherwise))
      );
  }
}

/** How many independent standard numbers one draw is made from. Static: it needs no parameters. */
export function baseDimensions(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'family': {
      if (distribution.family === 'Dirac') return 0;
      const family = distributions[distribution.family];
      const { shape } = distribution.type;
      if (family.kind === 'univariate') return sizeOf(shape);
      return family.uniforms(shape.at(-1)!) * sizeOf(shape.slice(0, -1));
    }
    case 'copies':
      return distribution.count * baseDimensions(distribution.base);
    case 'table':
      return Math.max(
        ...distribution.rows.map((row) => baseDimensions(row.value)),
        distribution.otherwise === null ? 0 : baseDimensions(distribution.otherwise),
      );
  }
}
