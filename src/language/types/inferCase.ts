import type { Case } from '../syntax/tree';
import type { Inferring } from './inferring';
import { type DistributionInfo, type Form, type Info, type ValueInfo, value } from './info';
import { type Range, union } from './range';
import { isNumeric, joinKinds, sameCategories, sameShape } from './valueType';

/** A look-up table of values or of distributions; null where its rows do not go together. */
export function inferCase(table: Case, inference: Inferring): Info | null {
  for (const subject of table.subjects) inference.value(subject);
  const rows: Info[] = [];
  let complete = true;
  for (const row of table.rows) {
    const info = inference.info(row.value);
    if (info === null) complete = false;
    else rows.push(info);
  }
  const first = rows[0];
  if (!complete || first === undefined) return null;
  if (first.sort === 'value') return joinValues(rows, first);
  return joinDistributions(rows, first);
}

function joinValues(rows: readonly Info[], first: ValueInfo): Info | null {
  let { type, range } = first;
  let form: Form | null = first.form;
  for (const row of rows) {
    if (row.sort !== 'value' || !sameShape(row.type.shape, type.shape)) return null;
    const mixes = !isNumeric(row.type) || !isNumeric(type);
    if (mixes && !sameCategories(row.type, type)) return null;
    type = joinKinds(type, row.type, type.shape);
    range = union(range, row.range);
    form = form === row.form ? form : null;
  }
  return value(type, range, null, form);
}

function joinDistributions(rows: readonly Info[], start: DistributionInfo): Info | null {
  let first = start;
  let range: Range = start.range;
  let form: Form | null = start.form;
  let hasPoint = start.hasPoint;
  for (const row of rows) {
    if (row.sort !== 'distribution' || !sameShape(row.type.shape, first.type.shape)) return null;
    if (first.point && !row.point) first = row;
    else if (!row.point && (row.type.kind !== first.type.kind || !sameCategories(row.type, first.type))) return null;
    range = union(range, row.range);
    form = form === row.form ? form : null;
    hasPoint ||= row.hasPoint;
  }
  return { sort: 'distribution', type: first.type, range, form, point: first.point, hasPoint };
}
