import type { Analysis } from '../language/analysis';
import { argumentNames } from './completion/arguments';
import { distributions } from './completion/distributions';
import { domainDrafts } from './completion/domains';
import { columnDrafts, fileDrafts, type Surroundings } from './completion/files';
import { methods, options } from './completion/fits';
import { type CompletionItem, type Draft, items } from './completion/item';
import { activationDrafts, stages } from './completion/layers';
import { parents } from './completion/parents';
import { patterns, subjects } from './completion/patterns';
import type { Place, PlaceKind } from './completion/place';
import { placeAt } from './completion/placeAt';
import { statements } from './completion/statements';
import { chainIndices, dataTargets, loopDrafts, viewTargets, wordDraft } from './completion/targets';
import { values } from './completion/values';
import { definedMarkdown } from './docs/defined';

export type { Surroundings } from './completion/files';
export type { CompletionItem, CompletionKind } from './completion/item';

/** Places at which a list that comes up by itself helps more often than it disturbs: few choices, and one of them is wanted. */
const helpful: ReadonlySet<PlaceKind> = new Set<PlaceKind>([
  ...(['distribution', 'parents', 'domain', 'stage', 'activation', 'pattern', 'subject'] as const),
  ...(['column', 'file', 'method', 'option', 'data-target', 'view-target', 'chain-index'] as const),
]);

/**
 * What can be put in at the offset, in the order in which it should be shown; the editor narrows it down by what is typed.
 * `trigger` is the character whose typing brought the list up, null where the user asked for it or types a word.
 */
export function completion(
  analysis: Analysis,
  offset: number,
  surroundings: Surroundings,
  trigger: string | null = null,
): CompletionItem[] {
  const place = placeAt(analysis, offset);
  if (!place) return [];
  const kinds = trigger === null ? place.kinds : place.kinds.filter((kind) => helpful.has(kind));
  return kinds.flatMap((kind, rank) => items(place, rank, drafts(kind, analysis, place, surroundings)));
}

/** The Markdown that belongs to an item, written when the item is looked at: a list may have thousands. */
export function itemDocumentation(analysis: Analysis, { documentation, name }: CompletionItem): string {
  const defined = name === null ? undefined : analysis.symbols.globals.get(name);
  return documentation ?? (defined ? definedMarkdown(analysis, defined) : '');
}

/** Whether the cursor stands where the name of a file belongs, so that the caller need not look for files elsewhere. */
export function namesFile(analysis: Analysis, offset: number): boolean {
  return placeAt(analysis, offset)?.kinds.includes('file') ?? false;
}

function drafts(kind: PlaceKind, analysis: Analysis, place: Place, surroundings: Surroundings): readonly Draft[] {
  if (typeof kind === 'object') return [wordDraft(kind.word, place)];
  switch (kind) {
    case 'statement':
      return statements(
        place,
        analysis.tree.statements.some((statement) => statement.kind === 'Model'),
      );
    case 'domain':
      return domainDrafts(place);
    case 'parents':
      return parents(analysis, place);
    case 'distribution':
      return distributions(place);
    case 'expression':
      return values(analysis, place);
    case 'argument':
      return argumentNames(place);
    case 'stage':
      return stages(place);
    case 'activation':
      return activationDrafts();
    case 'pattern':
      return patterns(analysis, place);
    case 'subject':
      return subjects(analysis, place);
    case 'file':
      return fileDrafts(place, surroundings);
    case 'column':
      return columnDrafts(place, surroundings);
    case 'method':
      return methods(place);
    case 'option':
      return options(place);
    case 'data-target':
      return dataTargets(analysis);
    case 'view-target':
      return viewTargets(analysis);
    case 'loop':
      return loopDrafts(analysis, place);
    case 'chain-index':
      return chainIndices(analysis, place);
  }
}
