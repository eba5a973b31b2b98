import { families } from '../../model/families';
import { functions } from '../../model/functions';
import type { ValueType } from '../../model/type';
import type { Check, Rule, Site } from '../check/rule';
import { code } from '../check/wording';
import { isLabelled, matchArguments } from '../names/arguments';
import { isFamily, isFunction } from '../names/lookup';
import type { Argument, Binary, Call, Case, Pipeline, Vector } from '../syntax/tree';
import { shapeOfCall } from '../types/inferCall';
import type { ValueInfo } from '../types/info';
import {
  broadcast,
  isNumeric,
  type Shape,
  sameCategories,
  sameShape,
  shapeInWords,
  typeInWords,
} from '../types/valueType';

/** Vectors and matrices whose shapes do not go together. */
export const shapeMismatch: Rule = {
  code: 'shape-mismatch',
  expression: {
    Binary: checkBinary,
    Vector: checkVector,
    Call: (call, check) => {
      if (isFamily(call.callee.text)) checkFamily(call, check);
      else if (check.scope.definedAt.has(call.callee)) checkNetwork(call, check);
      else checkFunction(call, check);
    },
    Pipeline: checkPipeline,
    Case: checkCase,
  },
};

function checkBinary({ left, right, operator, operatorSpan }: Binary, check: Check): void {
  const [a, b] = [check.inference.info(left), check.inference.info(right)];
  if (a?.sort !== 'value' || b?.sort !== 'value' || broadcast(a.type.shape, b.type.shape)) return;
  const message = `The two sides of ${code(operator)} have unlike shapes: ${shapeInWords(a.type.shape)} and ${shapeInWords(b.type.shape)}.`;
  check.report({ span: operatorSpan, message });
}

function checkVector({ items }: Vector, check: Check): void {
  if (items[0]?.kind === 'Number' && items.every(({ kind }) => kind === 'Number')) return;
  const first = items[0] && check.inference.value(items[0]);
  if (!first) return;
  for (const item of items) {
    const shape = check.inference.value(item)?.type.shape;
    if (shape === undefined || sameShape(shape, first.type.shape)) continue;
    const message = `The items of a vector must be alike: this is ${shapeInWords(shape)}, and the first is ${shapeInWords(first.type.shape)}.`;
    check.report({ span: item.span, message });
    return;
  }
}

const ranks = { scalar: null, any: null, vector: 1, matrix: 2 } as const;

function checkFamily(call: Call, check: Check): void {
  const name = call.callee.text;
  if (!isFamily(name)) return;
  if (isLabelled(call)) {
    for (const { name: label, value } of call.args) {
      const shape = check.inference.value(value)?.type.shape;
      if (label === null || shape === undefined || shape.length === 0) continue;
      const message = `The probability of ${code(label.text)} must be a number, and this is ${shapeInWords(shape)}.`;
      check.report({ span: value.span, message });
    }
    return;
  }
  const { parameters } = families[name];
  const { values, problems } = check.inference.matched(call, parameters);
  if (problems.some(({ kind }) => kind === 'surplus')) return;
  let first: { argument: Argument; shape: Shape; parameter: string } | null = null;
  for (let position = 0; position < parameters.length; position++) {
    const parameter = parameters[position]!;
    const argument = values[position];
    const shape = argument && check.inference.value(argument.value)?.type.shape;
    if (!argument || !shape) continue;
    const wanted = ranks[parameter.shape];
    const span = argument.value.span;
    if (wanted !== null && shape.length !== wanted) {
      const message = `The ${parameter.name} of ${code(name)} must be a ${parameter.shape}, and this is ${shapeInWords(shape)}.`;
      check.report({ span, message });
      return;
    }
    if (wanted === 2 && shape[0] !== shape[1]) {
      const message = `The ${parameter.name} of ${code(name)} must be square, and this is ${shapeInWords(shape)}.`;
      check.report({ span, message });
      return;
    }
    if (shape.length === 0) continue;
    if (first !== null && (wanted === null ? !sameShape(shape, first.shape) : shape[0] !== first.shape[0])) {
      const message = `The ${first.parameter} of ${code(name)} is ${shapeInWords(first.shape)} and its ${parameter.name} ${shapeInWords(shape)}; they must fit together.`;
      check.report({ span, message });
      return;
    }
    first ??= { argument, shape, parameter: parameter.name };
  }
}

function checkNetwork(call: Call, check: Check): void {
  const network = check.scope.definedAt.get(call.callee)!;
  const first = check.inference.givenTo(network)?.call;
  const statement = network.statements[0];
  if (first === undefined || first === call || statement?.kind !== 'Network') return;
  const parameters = statement.args.map(({ text }) => ({ name: text }));
  const [theirs, ours] = [first, call].map(({ args }) => matchArguments(parameters, args).values);
  for (const [position, { name }] of parameters.entries()) {
    const [before, now] = [theirs![position], ours![position]];
    const [a, b] = [before, now].map((argument) => argument && check.inference.value(argument.value));
    if (!a || !b || !now || fits(a, b)) continue;
    const words = sameShape(a.type.shape, b.type.shape) ? typeInWords : (type: ValueType) => shapeInWords(type.shape);
    // A call that needs the network already tells nothing of its arguments: then a later one does.
    const which = first.span.start < call.span.start ? 'its first' : 'another';
    const message = `${code(name)} of ${code(network.name)} is ${words(a.type)} in ${which} call, and here ${words(b.type)}.`;
    const related = [{ span: before!.value.span, message: `In ${which} call.` }];
    check.report({ span: now.value.span, message, related });
  }
}

/** Whether an argument can stand where another stood: a number written out stands for any number, a category only for its like. */
function fits(a: ValueInfo, b: ValueInfo): boolean {
  if (!sameShape(a.type.shape, b.type.shape)) return false;
  if (a.type.kind === 'category') return b.type.kind === 'category' && sameCategories(a.type, b.type);
  if (!isNumeric(b.type)) return false;
  if (a.constant !== null || a.type.kind === 'real') return true;
  return a.type.kind === 'boolean' ? b.type.kind === 'boolean' : b.type.kind !== 'real';
}

function checkFunction(call: Call, check: Check): void {
  const name = call.callee.text;
  if (!isFunction(name)) return;
  const infos = call.args.map(({ value }) => check.inference.value(value));
  if (infos.length === 0 || infos.some((info) => info === null || !isNumeric(info.type))) return;
  const shapes = infos.map((info) => info!.type.shape);
  if (shapeOfCall(name, shapes) !== null) return;
  const { shape, signature } = functions[name];
  const most =
    shape === 'map' || shape === 'sum' ? 1 : shape === 'dot' || shape === 'matmul' ? 2 : Number.POSITIVE_INFINITY;
  if (shapes.length > most || (most === 2 && shapes.length < 2)) return;
  const given = shapes.map(shapeInWords).join(' and ');
  const wants = {
    map: 'a number or a vector',
    fold: 'one vector, or several numbers',
    sum: 'one vector or matrix',
    dot: 'two vectors of one length',
    matmul: 'a matrix, and a vector or matrix with as many rows as the first has columns',
    concat: 'numbers and vectors',
  }[shape];
  check.report({ span: call.argsSpan, message: `${code(signature)} takes ${wants}, and this is ${given}.` });
}

function checkPipeline({ input }: Pipeline, check: Check): void {
  const shape = check.inference.value(input)?.type.shape;
  if (shape === undefined || shape.length < 2) return;
  check.report({
    span: input.span,
    message: `A layer takes a number or a vector, and this is ${shapeInWords(shape)}.`,
  });
}

function checkCase(table: Case, check: Check, { position }: Site): void {
  const infos = table.rows.map(({ value }) => check.inference.info(value));
  const first = infos.find((info) => info !== null);
  if (!first || (first.sort === 'distribution' && position !== 'distribution')) return;
  for (const [row, info] of infos.entries()) {
    if (info === null || info.sort !== first.sort || sameShape(info.type.shape, first.type.shape)) continue;
    const message = `The rows of a ${code('case')} must be alike: this is ${shapeInWords(info.type.shape)}, and the first is ${shapeInWords(first.type.shape)}.`;
    check.report({ span: table.rows[row]!.value.span, message });
    return;
  }
}
