import type { Expr } from '../../model/model';
import type { ValueType } from '../../model/type';
import { isFunction } from '../names/lookup';
import { type Definition, isChain } from '../names/scope';
import { literalNumber } from '../syntax/literal';
import type { Binary, Call, Case, Expression, Index, Pipeline, Vector } from '../syntax/tree';
import { patternCode } from '../types/casePattern';
import { isMap } from '../types/constant';
import { readDense } from '../types/dense';
import { shapeOfCall } from '../types/inferCall';
import type { Inference } from '../types/inference';
import {
  arithmeticKind,
  boolean,
  broadcast,
  integer,
  joinKinds,
  numeric,
  real,
  realVector,
  withShape,
} from '../types/valueType';
import type { Slots } from './slots';

/** What the parts of a model are built from. The text has been checked: what cannot be built is a bug. */
export interface Building {
  readonly inference: Inference;
  readonly slots: Slots;
  /** The networks' dense layers, numbered in the order of the text. */
  readonly layers: ReadonlyMap<Call, { readonly network: string; readonly layer: number }>;
  /** The type that the model gives to a name. */
  typeOf(definition: Definition): ValueType;
}

const operations = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide', '^': 'power' } as const;

/**
 * One expression of the checked model. Types are worked out anew from the parts: a number that has a slot is real
 * whatever its digits, so that no digit changes the structure.
 */
export function buildExpression(expression: Expression, building: Building): Expr {
  const number = literalNumber(expression);
  if (number !== null) {
    const slot = building.slots.of.get(expression);
    return slot === undefined ? { op: 'constant', type: integer, value: number } : { op: 'number', type: real, slot };
  }
  switch (expression.kind) {
    case 'Boolean':
      return { op: 'constant', type: boolean, value: expression.value ? 1 : 0 };
    case 'Name':
      return buildName(building.inference.scope.definedAt.get(expression), building, null);
    case 'Vector':
      return buildVector(expression, building);
    case 'Unary': {
      const operand = buildExpression(expression.operand, building);
      const kind = arithmeticKind(operand.type, operand.type);
      return { op: 'negate', type: numeric(kind, operand.type.shape), operand };
    }
    case 'Binary':
      return buildBinary(expression, building);
    case 'Call':
      return buildCall(expression, building);
    case 'Index':
      return buildIndex(expression, building);
    case 'Pipeline':
      return buildPipeline(expression, building);
    case 'Case':
      return buildTable(expression, building);
    default:
      throw new Error(`cannot build a ${expression.kind}`);
  }
}

function buildName(definition: Definition | undefined, building: Building, index: Expr | null): Expr {
  if (definition === undefined) throw new Error('cannot build an unknown name');
  const { name } = definition;
  const type = building.typeOf(definition);
  switch (definition.kind) {
    case 'latent':
    case 'observed':
      return { op: 'variable', type, name, index };
    case 'param':
    case 'let':
    case 'loop':
    case 'argument':
      return { op: definition.kind, type, name };
    case 'network':
      throw new Error(`cannot build the network ${name} without a call`);
  }
}

/** A loop, and an array of its final length: a text has tens of thousands of numbers in vectors. */
function buildAll(expressions: readonly Expression[], building: Building): readonly Expr[] {
  const built = new Array<Expr>(expressions.length);
  for (let at = 0; at < expressions.length; at++) built[at] = buildExpression(expressions[at]!, building);
  return built;
}

function buildVector(vector: Vector, building: Building): Expr {
  const items = buildAll(vector.items, building);
  const first = items[0]!.type;
  let type = first;
  for (const item of items) if (item.type !== type) type = joinKinds(type, item.type, first.shape);
  const isOfNumbers = type === real;
  return {
    op: 'vector',
    type: isOfNumbers ? realVector(items.length) : { ...type, shape: [items.length, ...first.shape] },
    items,
  };
}

function buildBinary(binary: Binary, building: Building): Expr {
  const left = buildExpression(binary.left, building);
  const right = buildExpression(binary.right, building);
  const op = operations[binary.operator];
  const kind = op === 'divide' || op === 'power' ? 'real' : arithmeticKind(left.type, right.type);
  const shape = broadcast(left.type.shape, right.type.shape);
  if (shape === null) throw new Error('cannot build an operation on unlike shapes');
  return { op, type: numeric(kind, shape), left, right };
}

function buildCall(call: Call, building: Building): Expr {
  const name = call.callee.text;
  const network = building.inference.scope.definedAt.get(call.callee);
  if (network !== undefined) {
    return { op: 'network', type: building.typeOf(network), name, args: networkArgs(call, network, building) };
  }
  if (!isFunction(name)) throw new Error(`cannot build a call of ${name}`);
  const args = call.args.map(({ value }) => buildExpression(value, building));
  const types = args.map(({ type }) => type);
  const shape = shapeOfCall(
    name,
    types.map((type) => type.shape),
  );
  if (shape === null) throw new Error(`cannot build a call of ${name} with these shapes`);
  const keepsWhole = !isMap(name) || name === 'abs' || name === 'relu' || name === 'square';
  const kind = keepsWhole && types.every((type) => type.kind !== 'real') ? 'integer' : 'real';
  return { op: 'call', type: numeric(kind, shape), function: name, args };
}

function networkArgs(call: Call, network: Definition, building: Building): readonly Expr[] {
  const statement = network.statements[0];
  if (statement?.kind !== 'Network') throw new Error(`cannot build a call of ${network.name}`);
  let position = 0;
  const given = new Map<string, Expr>();
  for (const { name, value } of call.args) {
    given.set(name?.text ?? statement.args[position++]!.text, buildExpression(value, building));
  }
  return statement.args.map(({ text }) => given.get(text)!);
}

function buildIndex(expression: Index, building: Building): Expr {
  const index = buildExpression(expression.index, building);
  const { base } = expression;
  const definition = base.kind === 'Name' ? building.inference.scope.definedAt.get(base) : undefined;
  if (definition && isChain(definition)) return buildName(definition, building, index);
  const table = buildExpression(base, building);
  return { op: 'index', type: withShape(table.type, table.type.shape.slice(1)), base: table, index };
}

function buildPipeline(pipeline: Pipeline, building: Building): Expr {
  let input = buildExpression(pipeline.input, building);
  for (const stage of pipeline.stages) {
    const layer = stage.kind === 'Call' ? building.layers.get(stage) : undefined;
    if (stage.kind !== 'Call' || layer === undefined) throw new Error('cannot build a stage that is no layer');
    const { units, activation } = readDense(stage);
    if (units === null || activation === null) throw new Error('cannot build a layer without units');
    const inputs = input.type.shape[0] ?? 1;
    const type = units === 1 ? real : realVector(units);
    input = { op: 'dense', type, input, network: layer.network, layer: layer.layer, inputs, units, activation };
  }
  return input;
}

function buildTable(table: Case, building: Building): Expr {
  const subjects = buildAll(table.subjects, building);
  const { rows, otherwise } = buildRows(table, building, (value) => buildExpression(value, building));
  const values = [...rows.map(({ value }) => value), ...(otherwise ? [otherwise] : [])];
  const first = values[0]!.type;
  const type = values.reduce((joined, { type: next }) => joinKinds(joined, next, first.shape), first);
  return { op: 'table', type, subjects, rows, otherwise };
}

/** The rows of a `case` by the codes of its subjects' values. */
export function buildRows<T>(
  table: Case,
  { inference }: Building,
  build: (value: Expression) => T,
): { rows: { when: number[]; value: T }[]; otherwise: T | null } {
  const types = table.subjects.map((subject) => inference.value(subject)!.type);
  const rows: { when: number[]; value: T }[] = [];
  let otherwise: T | null = null;
  for (const { patterns, value } of table.rows) {
    if (patterns === null) otherwise = build(value);
    else rows.push({ when: patterns.map((pattern, at) => patternCode(pattern, types[at]!)!), value: build(value) });
  }
  return { rows, otherwise };
}
