import type { Analysis } from '../language/analysis';
import type { Span } from '../language/syntax/span';
import { isKeyword } from '../language/syntax/token';
import type { Argument, Case, Expression } from '../language/syntax/tree';
import { families } from '../model/families';
import { definedMarkdown } from './docs/defined';
import { activationMarkdown, denseMarkdown, isActivationName } from './docs/dense';
import { domainMarkdown, isDomainName } from './docs/domain';
import { familyMarkdown, isFamilyName, parameterMarkdown } from './docs/family';
import { fitMethodMarkdown, fitOptionMarkdown, isFitMethod, isFitOption } from './docs/fit';
import { functionMarkdown, isFunctionName } from './docs/function';
import { keywordMarkdown } from './docs/keyword';
import { code } from './docs/markdown';
import { commentAt, statementBefore } from './nodeAt';
import { symbolAt } from './symbolAt';
import { pathAt, type TreeNode } from './treePath';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** What the editor says of the word at the offset; null where there is nothing to say (numbers, operators, comments, strings). */
export function hover(analysis: Analysis, offset: number): Hover | null {
  if (commentAt(analysis, offset)) return null;
  const statement = statementBefore(analysis, offset);
  const path = statement && offset <= statement.span.end ? pathAt(statement, offset) : [];
  const leaf = path.at(-1);
  if (leaf?.kind === 'String' || leaf?.kind === 'Number') return null;
  const symbol = symbolAt(analysis, offset);
  if (symbol) return { span: symbol.span, markdown: definedMarkdown(analysis, symbol.defined) };
  return builtInHover(analysis, path) ?? keywordHover(analysis.text, offset, path);
}

function builtInHover(analysis: Analysis, path: readonly TreeNode[]): Hover | null {
  const [leaf, parent] = [path.at(-1), path.at(-2)];
  if (leaf?.kind === 'Name') return nameHover(analysis, leaf, path);
  if (leaf?.kind !== 'Identifier') return null;
  const markdown = identifierMarkdown(analysis, leaf.text, parent, path.at(-3));
  return markdown === null ? null : { span: leaf.span, markdown };
}

function identifierMarkdown(
  analysis: Analysis,
  name: string,
  parent: TreeNode | undefined,
  grandparent: TreeNode | undefined,
): string | null {
  switch (parent?.kind) {
    case 'Call':
      return calleeMarkdown(name);
    case 'Argument':
      return argumentMarkdown(analysis, parent, grandparent);
    case 'Domain':
      return isDomainName(name) ? domainMarkdown(name) : null;
    case 'Fit':
      return isFitMethod(name) ? fitMethodMarkdown(name) : null;
    case 'FitOption':
      return isFitOption(name) ? fitOptionMarkdown(name) : null;
    default:
      return null;
  }
}

/** A distribution, a function or a layer, wherever it is called. */
function calleeMarkdown(name: string): string | null {
  if (isFamilyName(name)) return familyMarkdown(name);
  if (isFunctionName(name)) return functionMarkdown(name);
  return name === 'dense' ? denseMarkdown() : null;
}

function argumentMarkdown(analysis: Analysis, argument: Argument, call: TreeNode | undefined): string | null {
  if (call?.kind !== 'Call' || !argument.name) return null;
  const { callee } = call;
  const name = argument.name.text;
  if (!isFamilyName(callee.text)) return null;
  const parameter = families[callee.text].parameters.find((candidate) => candidate.name === name);
  if (parameter) return `**${name}** of ${callee.text}: ${parameterMarkdown(parameter)}`;
  return callee.text === 'Categorical' ? labelMarkdown(analysis, name) : null;
}

function nameHover(
  analysis: Analysis,
  leaf: Extract<Expression, { kind: 'Name' }>,
  path: readonly TreeNode[],
): Hover | null {
  const markdown = nameMarkdown(analysis, leaf.text, path);
  return markdown === null ? null : { span: leaf.span, markdown };
}

/** A bare name that no statement defines: an activation, a label in a row of a table, or a call that lacks its brackets. */
function nameMarkdown(analysis: Analysis, name: string, path: readonly TreeNode[]): string | null {
  const call = path.findLast((node) => node.kind === 'Call');
  if (call?.kind === 'Call' && call.callee.text === 'dense' && isActivationName(name)) return activationMarkdown(name);
  const table = path.findLast((node): node is Case => node.kind === 'Case');
  return (table ? labelMarkdown(analysis, name) : null) ?? calleeMarkdown(name);
}

/** `blue`: category 2 of 3 of `k`. */
function labelMarkdown(analysis: Analysis, label: string): string | null {
  for (const { name, type } of analysis.symbols.globals.values()) {
    const at = type?.labels?.indexOf(label) ?? -1;
    if (at >= 0) return `**${label}**: category ${at + 1} of ${type?.labels?.length} of ${code(name)}`;
  }
  return null;
}

function keywordHover(text: string, offset: number, path: readonly TreeNode[]): Hover | null {
  const leaf = path.at(-1);
  if (leaf?.kind === 'Identifier' || leaf?.kind === 'Name') return null;
  const span = wordSpan(text, offset);
  const word = text.slice(span.start, span.end);
  return isKeyword(word) ? { span, markdown: keywordMarkdown(word) } : null;
}

/** The longest keyword has eight letters: no more of the text is looked at. */
const longestWord = 12;

function wordSpan(text: string, offset: number): Span {
  const before = /[\p{L}\p{Nd}_]*$/u.exec(text.slice(Math.max(0, offset - longestWord), offset))?.[0] ?? '';
  const after = /^[\p{L}\p{Nd}_]*/u.exec(text.slice(offset, offset + longestWord))?.[0] ?? '';
  return { start: offset - before.length, end: offset + after.length };
}
