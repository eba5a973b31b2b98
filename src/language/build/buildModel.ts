import type {
  DataBinding,
  Fit,
  FitMethod,
  Let,
  Model,
  Definition as ModelDefinition,
  Network,
  Param,
  Structure,
  Variable,
  View,
} from '../../model/model';
import type { ValueType } from '../../model/type';
import type { Group, Step } from '../names/dependencies';
import { type Definition, indicesOf } from '../names/scope';
import { columnName } from '../syntax/columnName';
import type { Span } from '../syntax/span';
import type { Call, DataStatement, Expression, Statement, Tree, VariableStatement } from '../syntax/tree';
import { forEachExpression } from '../syntax/walk';
import { leavesOf, observationsOf, observedValue } from '../types/constantRows';
import type { Inference } from '../types/inference';
import { domainOf } from '../types/inferParam';
import { integer, numeric, real } from '../types/valueType';
import { buildDistribution } from './buildDistribution';
import { type Building, buildExpression } from './buildExpression';
import { assignSlots } from './slots';
import { structureKey } from './structureKey';

/** The checked model of a text without errors. */
export function buildModel(tree: Tree, groups: readonly Group[], inference: Inference): Model {
  const slots = assignSlots(tree, inference);
  const definitions = inOrder(groups);
  const types: (ValueType | undefined)[] = new Array(inference.scope.definitions.length).fill(undefined);
  const building: Building = {
    inference,
    slots,
    layers: numberLayers(tree),
    typeOf: (definition) => typeOf(definition, types),
  };
  const structure = buildStructure(definitions, types, building);
  return {
    title: titleOf(tree),
    structureKey: structureKey(structure),
    structure,
    numbers: slots.numbers,
    numberSpans: slots.spans,
    statementSpans: spansOfStatements(inference.scope.globals.values()),
    ...buildRest(tree, inference),
  };
}

function spansOfStatements(definitions: Iterable<Definition>): Model['statementSpans'] {
  const all = new Map<string, readonly Span[]>();
  for (const { name, statements } of definitions) {
    all.set(name, statements.length === 1 ? [statements[0]!.span] : statements.map(({ span }) => span));
  }
  return all;
}

function titleOf(tree: Tree): string | null {
  for (const statement of tree.statements) if (statement.kind === 'Model') return statement.title?.value ?? null;
  return null;
}

/** Everything behind what it needs; the members of a cycle of chains in the order of the text. */
function inOrder(groups: readonly Group[]): readonly Definition[] {
  const definitions: Definition[] = [];
  for (const { steps, cyclic } of groups) {
    const wholes = cyclic ? [...steps].sort((a, b) => startOf(a) - startOf(b)) : steps;
    for (const { definition, part } of wholes) if (part === 'whole') definitions.push(definition);
  }
  return definitions;
}

function startOf({ definition }: Step): number {
  return definition.spans[0]!.start;
}

/** Numbers that have slots are real in the model, and so is what is made of them: only draws and indices are whole. */
function typeOf(definition: Definition, types: readonly (ValueType | undefined)[]): ValueType {
  if (definition.kind === 'loop') return integer;
  const known = types[definition.number] ?? definition.type ?? real;
  return known.kind === 'integer' && definition.kind === 'argument' ? numeric('real', known.shape) : known;
}

function buildStructure(
  definitions: readonly Definition[],
  types: (ValueType | undefined)[],
  building: Building,
): Structure {
  const params: Param[] = [];
  const lets: Let[] = [];
  const networks: Network[] = [];
  const chains: Definition[] = [];
  const variables: Variable[] = [];
  // The types of variables first: chains of a cycle use each other.
  for (const definition of definitions) {
    if (definition.kind !== 'latent' && definition.kind !== 'observed') continue;
    chains.push(definition);
    types[definition.number] = drawType(definition, building.inference);
  }
  for (const definition of definitions) {
    const statement = definition.statements[0]!;
    if (statement.kind === 'Param') params.push(buildParam(statement, definition.name, building));
    else if (statement.kind === 'Let') {
      const value = buildExpression(statement.value, building);
      types[definition.number] = value.type;
      lets.push({ name: definition.name, type: value.type, value });
    } else if (statement.kind === 'Network' && isCalled(definition, building.inference)) {
      const args = (building.inference.scope.localsOf.get(statement) ?? []).map((local) => ({
        name: local.name,
        type: building.typeOf(local),
      }));
      const body = buildExpression(statement.body, building);
      types[definition.number] = body.type;
      networks.push({ name: definition.name, args, type: body.type, body });
    } else if (statement.kind === 'Variable') {
      variables.push(buildVariable(definition, building));
    }
  }
  return { params, lets, networks, variables };
}

/** A network that is called only from networks without calls has no shapes either. */
function isCalled(network: Definition, inference: Inference): boolean {
  return inference.givenTo(network)?.args.every((given) => given !== null) ?? false;
}

function drawType(definition: Definition, inference: Inference): ValueType {
  const type = definition.type ?? real;
  if (type.kind !== 'integer' || !definition.statements.some((statement) => isPoint(statement, inference))) return type;
  return numeric('real', type.shape);
}

function isPoint(statement: Statement, inference: Inference): boolean {
  if (statement.kind !== 'Variable') return false;
  const info = inference.info(statement.distribution);
  return info?.sort === 'distribution' && info.point;
}

const none: readonly Expression[] = [];

function buildParam(statement: Statement & { kind: 'Param' }, name: string, building: Building): Param {
  const value = buildExpression(statement.value, building);
  const domain = domainOf(statement) ?? 'real';
  const type = numeric('real', value.type.shape);
  const [from, to] = statement.domain?.args ?? none;
  if (from === undefined || to === undefined) return { name, type, domain, value };
  return { name, type, domain, bounds: [buildExpression(from, building), buildExpression(to, building)], value };
}

function buildVariable(definition: Definition, building: Building): Variable {
  return {
    name: definition.name,
    role: definition.kind === 'latent' ? 'latent' : 'observed',
    type: building.typeOf(definition),
    range: definition.range,
    definitions: buildDefinitions(definition.statements, building),
  };
}

function buildDefinitions(statements: readonly Statement[], building: Building): readonly ModelDefinition[] {
  const [only] = statements;
  if (statements.length === 1 && only?.kind === 'Variable') return [buildDefinition(only, building)];
  const definitions: ModelDefinition[] = [];
  for (const statement of statements) {
    if (statement.kind === 'Variable') definitions.push(buildDefinition(statement, building));
  }
  return definitions.sort((a, b) => (a.range?.[0] ?? 0) - (b.range?.[0] ?? 0));
}

const noParents: ModelDefinition['parents'] = [];

function buildDefinition(statement: VariableStatement, building: Building): ModelDefinition {
  const parents =
    statement.parents === null
      ? noParents
      : statement.parents.map(({ name, index }) => ({
          name: name.text,
          index: index && buildExpression(index, building),
        }));
  const loop = statement.loop?.variable?.text ?? null;
  return {
    range: indicesOf(statement),
    loop,
    parents,
    distribution: buildDistribution(statement.distribution, building),
  };
}

/** Counts the dense layers of every network from 0, in the order of the text. */
function numberLayers(tree: Tree): Building['layers'] {
  const layers = new Map<Call, { network: string; layer: number }>();
  for (const statement of tree.statements) {
    if (statement.kind !== 'Network' || statement.name === null) continue;
    const stages: Call[] = [];
    forEachExpression(statement.body, (expression) => {
      if (expression.kind !== 'Pipeline') return;
      for (const stage of expression.stages) if (stage.kind === 'Call') stages.push(stage);
    });
    stages.sort((a, b) => a.span.start - b.span.start);
    for (const [layer, stage] of stages.entries()) layers.set(stage, { network: statement.name.text, layer });
  }
  return layers;
}

function buildRest(tree: Tree, inference: Inference): Pick<Model, 'views' | 'data' | 'weights' | 'fit'> {
  const views: View[] = [];
  const data: DataBinding[] = [];
  let weights: string | null = null;
  let fit: Fit | null = null;
  const number = (expression: Expression | undefined) =>
    (expression && inference.value(expression)?.constant?.[0]) ?? Number.NaN;
  for (const statement of tree.statements) {
    if (statement.kind === 'Weights') weights ??= statement.file?.value ?? null;
    else if (statement.kind === 'Data') data.push(...buildData(statement, inference));
    else if (statement.kind === 'View' && statement.target && statement.range.kind === 'Vector') {
      const [low, high] = statement.range.items;
      const coordinate = statement.target.index && number(statement.target.index);
      views.push({ variable: statement.target.name.text, coordinate, low: number(low), high: number(high) });
    } else if (statement.kind === 'Fit' && statement.method) {
      const options = Object.fromEntries(statement.options.map(({ name, value }) => [name.text, number(value)]));
      fit ??= { method: statement.method.text as FitMethod, options };
    }
  }
  return { views, data, weights, fit };
}

function buildData(statement: DataStatement, inference: Inference): readonly DataBinding[] {
  const variable = statement.name?.text;
  const definition = variable === undefined ? undefined : inference.scope.globals.get(variable);
  if (variable === undefined || definition === undefined) return [];
  const { file, columns, value } = statement;
  if (file && columns) {
    const names = columns.map(columnName);
    return [{ kind: 'file', variable, path: file.value, columns: names }];
  }
  if (value === null) return [];
  const type = definition.type ?? real;
  const rank = type.shape.length + (definition.range ? 1 : 0);
  const rows = observationsOf(value, rank).map((row) =>
    leavesOf(row).map((leaf) => observedValue(leaf, type) ?? Number.NaN),
  );
  return [{ kind: 'inline', variable, rows }];
}
