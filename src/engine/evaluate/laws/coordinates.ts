import type { Distribution } from '../../../model/model';
import { distributions } from '../../families';
import { sizeOf } from '../../values/shape';

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
