import type { Distribution, Expr } from './model';

/** The expressions that a distribution is made of: arguments, and the subjects and rows of tables. */
export function expressionsOf(distribution: Distribution): readonly Expr[] {
  switch (distribution.kind) {
    case 'family':
      return Object.values(distribution.args);
    case 'copies':
      return expressionsOf(distribution.base);
    case 'table':
      return [
        ...distribution.subjects,
        ...distribution.rows.flatMap((row) => expressionsOf(row.value)),
        ...(distribution.otherwise === null ? [] : expressionsOf(distribution.otherwise)),
      ];
  }
}
