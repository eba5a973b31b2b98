import type { Analysis, Defined } from '../language/analysis';
import type { Span } from '../language/syntax/span';
import type { Identifier, Name, Statement } from '../language/syntax/tree';
import { isActivationName } from './docs/dense';
import { isDomainName } from './docs/domain';
import { isFamilyName } from './docs/family';
import { isFitMethod, isFitOption } from './docs/fit';
import { isFunctionName } from './docs/function';
import { children, type TreeNode } from './treePath';

/** The editor's standard types: every theme has a colour for them. */
export const tokenTypes = [
  'variable',
  'property',
  'parameter',
  'function',
  'class',
  'type',
  'enumMember',
  'macro',
] as const;

/** The standard modifiers that are used, then those of the language: which side of the model a variable stands on. */
export const tokenModifiers = ['declaration', 'defaultLibrary', 'readonly', 'latent', 'observed', 'learnable'] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];

export interface SemanticToken {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

const ofDefined: Readonly<Record<Defined['kind'], readonly [TokenType, ...TokenModifier[]]>> = {
  latent: ['variable', 'latent'],
  observed: ['property', 'observed'],
  param: ['parameter', 'learnable'],
  let: ['variable', 'readonly'],
  network: ['function', 'learnable'],
  loop: ['variable', 'readonly'],
  argument: ['parameter'],
};

/** What each name of the text is, in the order of the text, no two of them overlapping. */
export function semanticTokens(analysis: Analysis): SemanticToken[] {
  const { globals, locals, uses } = analysis.symbols;
  const tokens: SemanticToken[] = uses.map(({ span, defined }) => definedToken(span, defined, []));
  for (const defined of [...globals.values(), ...locals]) {
    for (const span of defined.spans) tokens.push(definedToken(span, defined, ['declaration']));
  }
  const known = new Set(tokens.map(({ span }) => span.start));
  for (const statement of analysis.tree.statements) {
    for (const token of builtIns(statement)) if (!known.has(token.span.start)) tokens.push(token);
  }
  return tokens.filter(({ span }) => span.end > span.start).sort((a, b) => a.span.start - b.span.start);
}

function definedToken(span: Span, { kind }: Defined, more: readonly TokenModifier[]): SemanticToken {
  const [type, ...modifiers] = ofDefined[kind];
  return { span, type, modifiers: [...more, ...modifiers] };
}

/** The names in a statement that the language defines, and the labels of categories. Without recursion: texts can nest deep. */
function* builtIns(statement: Statement): Generator<SemanticToken> {
  const open: TreeNode[] = [statement];
  const parents: (TreeNode | null)[] = [null];
  for (let node = open.pop(); node; node = open.pop()) {
    const parent = parents.pop() ?? null;
    if (node.kind === 'Identifier' || node.kind === 'Name') {
      const [type, ...modifiers] = word(node, parent) ?? [];
      if (type) yield { span: node.span, type, modifiers };
    } else if (node.kind !== 'Number') {
      for (const child of children(node)) {
        open.push(child);
        parents.push(node);
      }
    }
  }
}

type Word = readonly [TokenType, ...TokenModifier[]];

function word(node: Identifier | Name, parent: TreeNode | null): Word | null {
  const { text } = node;
  if (node.kind === 'Name') {
    if (parent?.kind === 'CaseRow' && parent.patterns?.includes(node)) return ['enumMember'];
    return parent?.kind === 'Argument' && isActivationName(text) ? ['enumMember', 'defaultLibrary'] : null;
  }
  switch (parent?.kind) {
    case 'Call':
      return callee(text);
    case 'Domain':
      return isDomainName(text) ? ['type', 'defaultLibrary'] : null;
    case 'Argument':
      return ['parameter'];
    case 'Fit':
      return isFitMethod(text) ? ['function', 'defaultLibrary'] : null;
    case 'FitOption':
      return isFitOption(text) ? ['parameter', 'defaultLibrary'] : null;
    case 'Data':
      return ['property'];
    default:
      return null;
  }
}

function callee(text: string): Word | null {
  if (isFamilyName(text)) return ['class', 'defaultLibrary'];
  if (isFunctionName(text)) return ['function', 'defaultLibrary'];
  return text === 'dense' ? ['macro', 'defaultLibrary'] : null;
}
