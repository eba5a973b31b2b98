import type { Analysis, Defined } from '../../language/analysis';
import type { Expr, Network } from '../../model/model';
import type { ValueType } from '../../model/type';
import { childNames, parentNames } from '../kinship';
import { domains, isDomainName } from './domain';
import { code, lvmBlock, paragraphs } from './markdown';
import { aType, typeWords } from './type';

/** What a name is, in a few words: `observed variable`. */
export const kindWords: Readonly<Record<Defined['kind'], string>> = {
  param: 'parameter',
  let: 'expression',
  network: 'network',
  latent: 'latent variable',
  observed: 'observed variable',
  loop: 'index',
  argument: 'argument of a network',
};

/** A name in one line, for the list of completions: `latent variable: real number`. */
export function definedDetail(defined: Defined): string {
  return defined.type ? `${kindWords[defined.kind]}: ${definedType(defined, defined.type)}` : kindWords[defined.kind];
}

/** A whole hover of a name that the text defines: its statements, its type, and what it hangs together with. */
export function definedMarkdown(analysis: Analysis, defined: Defined): string {
  const local = defined.kind === 'loop' || defined.kind === 'argument';
  return paragraphs(
    local ? '' : lvmBlock(statements(analysis, defined)),
    `**${defined.name}**: ${definedDetail(defined)}`,
    more(analysis, defined),
  );
}

/** A hover shows this many lines of definitions; a table may have a thousand. */
const shownLines = 8;

function statements(analysis: Analysis, defined: Defined): string {
  const lines = defined.statements.flatMap(({ span }) => analysis.text.slice(span.start, span.end).split(/\r?\n/));
  const shown = lines.slice(0, shownLines).map((line) => (line.length > 120 ? `${line.slice(0, 119)}…` : line));
  return [...shown, ...(lines.length > shownLines ? ['…'] : [])].join('\n');
}

function definedType({ kind, name, range }: Defined, type: ValueType): string {
  if (!range) return typeWords(type);
  const [first, last] = range;
  if (kind === 'loop') return `${typeWords(type)}, ${first}…${last}`;
  return `chain ${name}[${first}]…${name}[${last}], each ${aType(type)}`;
}

function more(analysis: Analysis, defined: Defined): string {
  switch (defined.kind) {
    case 'param':
      return paramWords(defined);
    case 'let':
      return '';
    case 'network':
      return networkWords(analysis, defined);
    case 'latent':
    case 'observed':
      return variableWords(analysis, defined);
    case 'loop':
      return 'Runs over the range behind `for`, its ends included.';
    case 'argument':
      return '';
  }
}

function paramWords(defined: Defined): string {
  const statement = defined.statements[0];
  const name = (statement?.kind === 'Param' && statement.domain?.name.text) || 'real';
  return isDomainName(name) ? `Domain ${code(name)}: ${domains[name].detail}. Learnable.` : '';
}

function variableWords(analysis: Analysis, defined: Defined): string {
  const parents = parentNames(defined);
  const children = childNames(analysis, defined);
  return paragraphs(
    parents.length > 0 ? `Parents: ${parents.map(code).join(', ')}.` : 'No parents: this is a prior.',
    children.length > 0 ? `Children: ${children.map(code).join(', ')}.` : '',
  );
}

function networkWords(analysis: Analysis, defined: Defined): string {
  const network = analysis.model?.structure.networks.find(({ name }) => name === defined.name);
  if (!network) return '';
  const layers = denseLayers(network);
  const weights = layers.reduce((sum, { inputs, units }) => sum + (inputs + 1) * units, 0);
  if (layers.length === 0) return 'No layers, so nothing to learn.';
  const words = layers.map(({ inputs, units, activation }) => `${inputs} → ${units} ${activation}`).join(', then ');
  const args = network.args.map((arg) => `${code(arg.name)} is ${aType(arg.type)}`).join('; ');
  return paragraphs(
    args === '' ? '' : `${args}.`,
    `${layers.length} ${layers.length === 1 ? 'layer' : 'layers'}: ${words}. ${weights.toLocaleString('en')} learnable numbers.`,
  );
}

type Dense = Extract<Expr, { op: 'dense' }>;

/** The dense layers in a network's body, in their order, each once. */
function denseLayers(network: Network): Dense[] {
  const layers = new Map<number, Dense>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (isExpr(value)) {
      if (value.op === 'dense') layers.set(value.layer, value);
      for (const part of Object.values(value)) visit(part);
    } else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) visit(part);
  };
  visit(network.body);
  return [...layers.values()].sort((a, b) => a.layer - b.layer);
}

function isExpr(value: unknown): value is Expr {
  return typeof value === 'object' && value !== null && 'op' in value;
}
