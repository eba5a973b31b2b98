import { families } from '../../model/families';
import type { Distribution, Expr } from '../../model/model';
import type { ValueType } from '../../model/type';
import { isLabelled } from '../names/arguments';
import { isFamily } from '../names/lookup';
import type { Call, Expression } from '../syntax/tree';
import { real, realVector } from '../types/valueType';
import { type Building, buildExpression, buildRows } from './buildExpression';

/** One distribution of the checked model: named arguments in their places, defaults filled in. */
export function buildDistribution(expression: Expression, building: Building): Distribution {
  if (expression.kind === 'Call') return buildFamily(expression, building);
  if (expression.kind === 'Binary' && expression.operator === '^' && expression.right.kind === 'Number') {
    const base = buildDistribution(expression.left, building);
    const count = expression.right.value;
    return { kind: 'copies', base, count, type: { ...base.type, shape: [count, ...base.type.shape] } };
  }
  if (expression.kind === 'Case') {
    const subjects = expression.subjects.map((subject) => buildExpression(subject, building));
    const { rows, otherwise } = buildRows(expression, building, (value) => buildDistribution(value, building));
    const values = [...rows.map(({ value }) => value), ...(otherwise ? [otherwise] : [])];
    const type = (values.find((value) => !isPoint(value)) ?? values[0]!).type;
    return { kind: 'table', subjects, rows, otherwise, type };
  }
  throw new Error(`cannot build a distribution from a ${expression.kind}`);
}

function isPoint(distribution: Distribution): boolean {
  if (distribution.kind === 'table') {
    const rows = distribution.rows.map(({ value }) => value);
    return [...rows, ...(distribution.otherwise ? [distribution.otherwise] : [])].every(isPoint);
  }
  return distribution.kind === 'family' && distribution.family === 'Dirac';
}

function buildFamily(call: Call, building: Building): Distribution {
  const family = call.callee.text;
  if (!isFamily(family)) throw new Error(`cannot build a distribution from ${family}`);
  if (isLabelled(call)) {
    const items = call.args.map(({ value }) => buildExpression(value, building));
    const probabilities: Expr = { op: 'vector', type: realVector(items.length), items };
    return { kind: 'family', family, args: { probabilities }, type: drawType(call, building) };
  }
  const { parameters, support } = families[family];
  const { values } = building.inference.matched(call, parameters);
  const args: Record<string, Expr> = {};
  for (let position = 0; position < parameters.length; position++) {
    const parameter = parameters[position]!;
    const argument = values[position];
    args[parameter.name] = argument
      ? buildExpression(argument.value, building)
      : { op: 'constant', type: real, value: parameter.default ?? Number.NaN };
  }
  const type = support === 'point' ? args[parameters[0]!.name]!.type : drawType(call, building);
  return { kind: 'family', family, args, type };
}

function drawType(call: Call, { inference }: Building): ValueType {
  const info = inference.info(call);
  if (info?.sort !== 'distribution') throw new Error(`cannot build draws of ${call.callee.text}`);
  return info.type;
}
