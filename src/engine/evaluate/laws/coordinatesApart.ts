import type { Distribution } from '../../../model/model';
import { distributions } from '../../families';
import { sizeOf } from '../../values/batch';

/**
 * Whether two coordinates of a draw are independent given the parameters.
 * @param i from 0, row-major
 */
export function coordinatesApart(distribution: Distribution, i: number, j: number): boolean {
  switch (distribution.kind) {
    case 'family': {
      if (distributions[distribution.family].kind === 'univariate') return true;
      const length = distribution.type.shape.at(-1)!;
      return Math.floor(i / length) !== Math.floor(j / length);
    }
    case 'copies': {
      const size = sizeOf(distribution.base.type.shape);
      if (Math.floor(i / size) !== Math.floor(j / size)) return true;
      return coordinatesApart(distribution.base, i % size, j % size);
    }
    case 'table':
      return (
        distribution.rows.every((row) => coordinatesApart(row.value, i, j)) &&
        (distribution.otherwise === null || coordinatesApart(distribution.otherwise, i, j))
      );
  }
}
