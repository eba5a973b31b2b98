import { sizeOf } from '../batch';
import type { UnivariateFamily } from '../distributions/family';
import type { Law, MultivariateLaw, UnivariateLaw } from '../law';
import { multivariateReader, reader } from '../lawDraw';

/** One univariate distribution with its parameters, in the catalogue's order. */
export interface Component {
  readonly family: UnivariateFamily;
  readonly parameters: readonly number[];
}

/** A law at one node after the other, in double precision. */
export interface NodeLaw {
  /** Fills in the mean of every coordinate at node n; NaN where there is none. */
  mean(n: number, into: Float64Array): void;
  /** Adds a multiple of the covariance at node n, size × size. */
  addCovariance(n: number, factor: number, into: Float64Array): void;
  /** The distribution of coordinate j by itself at node n. */
  component(n: number, j: number): Component;
}

/** Reads a law whose parameters have one point. */
export function nodeLaw(law: Law): NodeLaw {
  switch (law.kind) {
    case 'univariate':
      return univariate(law);
    case 'multivariate':
      return multivariate(law);
    case 'table': {
      const rows = law.rows.map(nodeLaw);
      const at = (n: number) => rows[law.row[law.row.length === 1 ? 0 : n]!]!;
      return {
        mean: (n, into) => at(n).mean(n, into),
        addCovariance: (n, factor, into) => at(n).addCovariance(n, factor, into),
        component: (n, j) => at(n).component(n, j),
      };
    }
  }
}

function univariate(law: UnivariateLaw): NodeLaw {
  const size = sizeOf(law.shape);
  const read = reader(law);
  const { family } = law;
  const node = (n: number) => (read.constant ? 0 : n);
  return {
    mean(n, into) {
      for (let j = 0; j < size; j++) into[j] = family.mean(read.at(node(n), j));
    },
    addCovariance(n, factor, into) {
      for (let j = 0; j < size; j++) into[j * size + j]! += factor * family.variance(read.at(node(n), j));
    },
    component: (n, j) => ({ family, parameters: [...read.at(node(n), j)] }),
  };
}

function multivariate(law: MultivariateLaw): NodeLaw {
  const length = law.shape.at(-1)!;
  const size = sizeOf(law.shape);
  const read = multivariateReader(law);
  const { family } = law;
  return {
    mean(n, into) {
      const mean = family.mean(length, read(n));
      for (let j = 0; j < size; j++) into[j] = mean[j % length]!;
    },
    addCovariance(n, factor, into) {
      const covariance = family.covariance(length, read(n));
      for (let first = 0; first < size; first += length) {
        for (let j = 0; j < length; j++) {
          for (let k = 0; k < length; k++)
            into[(first + j) * size + first + k]! += factor * covariance[j * length + k]!;
        }
      }
    },
    component: (n, j) => family.coordinate(j % length, length, read(n)),
  };
}
