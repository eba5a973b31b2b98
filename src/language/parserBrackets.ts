import { Cursor, insertion, quoted, removal, replacement } from './parserCursor';
import { mostDiagnostics } from './scanner';
import type { Span } from './span';
import { isStatementKeyword, type Token, type TokenKind } from './token';

export type Closer = ')' | ']' | '}';

/** How a list in brackets is read and spoken of. */
export interface ListOf<Item> {
  readonly close: Closer;
  /** One item without its article: `argument`. */
  readonly noun: string;
  /** Whether an item starts at the current token. */
  readonly starts: () => boolean;
  /** Reads one item; called only where one starts, and takes at least one token there. */
  readonly item: () => Item;
  /** Stands in for an item that is missing; null where nothing can. */
  readonly missing: () => Item | null;
  /** Whether a comma may stand after the last item. */
  readonly trailing?: boolean;
}

/** Lists in brackets and how they mend: missing and doubled commas; missing, wrong and surplus brackets. */
export class BracketParser extends Cursor {
  /** Height of the expression read last; 0 behind an empty list. */
  protected height = 0;
  /** How many brackets of each kind wait for their closing one. */
  private readonly waiting: Record<Closer, number> = { ')': 0, ']': 0, '}': 0 };

  protected override startStatement(): void {
    super.startStatement();
    this.waiting[')'] = 0;
    this.waiting[']'] = 0;
    this.waiting['}'] = 0;
  }

  /** `[ item , { "," , item } ]` and the closing bracket; the opening one has been taken. The height is then that of the highest item. */
  protected list<Item>(opener: Token, of: ListOf<Item>): Item[] {
    const items: Item[] = [];
    this.waiting[of.close]++;
    this.height = 0;
    if (!this.atListEnd() || of.starts()) this.items(opener, of, items);
    this.waiting[of.close]--;
    this.close(opener, of.close, of.noun);
    // A copy holds no room for further items: of a large text that is much.
    return items.slice();
  }

  private items<Item>(opener: Token, of: ListOf<Item>, items: Item[]): void {
    let gaps: Gap[] | null = null;
    let highest = 0;
    for (let afterComma = false; ; ) {
      const before = this.position;
      let item: Item | null;
      if (of.starts() && !this.atEndOf(of.close, false)) {
        item = of.item();
        highest = Math.max(highest, this.height);
      } else {
        item = this.missingItem(opener, of, afterComma);
      }
      if (item !== null) items.push(item);
      this.surplusWithin(of.close);
      if (!this.at(',') && !this.atEndOf(of.close) && !of.starts()) this.junk(of);
      if (this.accept(',')) {
        if (of.trailing && this.at(of.close)) break;
        afterComma = true;
        continue;
      }
      if (this.atEndOf(of.close) || this.position === before) break;
      if (!this.heard()) {
        gaps ??= [];
        gaps.push({ before: this.previous, after: this.token });
      }
      this.broken = true;
      afterComma = false;
    }
    this.height = highest;
    if (gaps !== null) this.reportGaps(gaps);
  }

  private missingItem<Item>(opener: Token, of: ListOf<Item>, afterComma: boolean): Item | null {
    const item = `${article(of.noun)} ${of.noun}`;
    const code = `expected-${of.noun.replace(' ', '-')}`;
    if (this.at(',')) {
      const where = afterComma ? 'between `,` and `,`' : 'before `,`';
      const message = `Expected ${item} ${where}: write one or remove the comma.`;
      this.report(code, this.token, message, [removal(this.token, ',')]);
    } else if (afterComma && this.atRowBehind(of.close)) {
      this.unclosed(opener, of.close, of.noun, this.previous.start);
    } else if (afterComma && this.atListEnd()) {
      const message = `Expected another ${of.noun} after \`,\`: write one or remove the comma.`;
      this.report(code, this.previous, message, [removal(this.previous, ',')]);
    } else {
      this.report(code, this.place(), `Expected ${item}${this.found()}.`);
    }
    return of.missing();
  }

  /** Something that neither is an item nor separates two: skipped up to the next comma or the end of the list. */
  private junk<Item>(of: ListOf<Item>): void {
    this.giveUp('unexpected-text', this.place(), `Expected \`,\` or \`${of.close}\`${this.found()}.`);
    this.skipIn(true);
  }

  /** Skips to the end of the list, or to its next comma; brackets that open and close on the way are part of what is skipped. */
  private skipIn(toComma: boolean): void {
    for (let depth = 0; !this.atEnd() && (depth > 0 || !((toComma && this.at(',')) || this.atListEnd())); this.take()) {
      if (this.at('(') || this.at('[') || this.at('{')) depth++;
      else if (this.at(')') || this.at(']') || this.at('}')) depth--;
    }
  }

  /** Exactly one item and the closing bracket; the opening one has been taken. `several`: what to do instead of listing more. */
  protected single<Item>(opener: Token, of: ListOf<Item>, several: string): Item | null {
    this.waiting[of.close]++;
    let item: Item | null = null;
    if (of.starts()) item = of.item();
    else if (!this.atListEnd() || this.at(of.close)) item = this.missingItem(opener, of, false);
    if (!this.atListEnd() && !(this.at(',') && !this.closesLater(of.close))) {
      const message = this.at(',') ? several : `Expected an operator or \`${of.close}\`${this.found()}.`;
      this.giveUp(this.at(',') ? 'surplus-item' : 'unexpected-text', this.place(), message);
      this.skipIn(false);
    }
    this.waiting[of.close]--;
    this.close(opener, of.close, of.noun);
    return item;
  }

  /** Whether, of the closing brackets that belong to what is open, the next is this one. A short look: it only picks a message. */
  private closesLater(close: Closer, from = 0): boolean {
    return this.closerAhead(from)?.kind === close;
  }

  /** The next closing bracket that belongs to what is open, counted from some tokens ahead; null where a short look does not find it. */
  protected closerAhead(from = 0): (Token & { readonly kind: Closer }) | null {
    for (let ahead = from, depth = 0; ahead < 40; ahead++) {
      const token = this.ahead(ahead);
      const { kind, first } = token;
      if (kind === '(' || kind === '[' || kind === '{') depth++;
      else if (isCloser(kind) && depth-- === 0) return { ...token, kind };
      else if (kind === 'end' || (first && ahead > 0 && isStatementKeyword(kind))) return null;
    }
    return null;
  }

  /** All the commas that one list lacks are one mistake. */
  private reportGaps(gaps: readonly Gap[]): void {
    const said = gaps.filter(({ after }) => !after.trouble);
    const first = said[0];
    if (first === undefined || this.diagnostics.length >= mostDiagnostics) return;
    const between = `between ${quoted(first.before.text)} and ${quoted(first.after.text)}`;
    const one = said.length === 1;
    const { start, end } = first.after.first ? first.before : first.after;
    this.diagnostics.push({
      code: 'missing-comma',
      severity: 'error',
      span: { start, end },
      message: one ? `A comma is missing ${between}; add it.` : `Commas are missing, the first ${between}; add them.`,
      fixes: [
        {
          title: one ? 'Add `,`' : 'Add the commas',
          edits: said.map(({ before: { end } }) => ({ span: { start: end, end }, text: ',' })),
        },
      ],
      related: [],
    });
  }

  /** The closing bracket of an open one. */
  protected close(opener: Token, close: Closer, noun: string): void {
    if (this.accept(close)) return;
    const { kind } = this.token;
    if (isCloser(kind) && this.waiting[kind] === 0) {
      const message = `\`${opener.text}\` is closed by \`${close}\`, not by \`${kind}\`.`;
      this.report('wrong-bracket', this.token, message, [replacement(this.token, close)], opener);
      this.take();
      return;
    }
    this.unclosed(opener, close, noun, this.previous.end);
  }

  private unclosed(opener: Token, close: Closer, noun: string, end: number): void {
    const message = `\`${opener.text}\` is never closed: add \`${close}\` after the last ${noun}.`;
    this.report('unclosed-bracket', opener, message, [insertion(end, close)]);
  }

  /** A closing bracket that closes nothing, before the one that is waited for. */
  private surplusWithin(close: Closer): void {
    const { kind } = this.token;
    if (isCloser(kind) && kind !== close && this.waiting[kind] === 0 && this.closesLater(close, 1))
      this.surplusClosers();
  }

  /** Closing brackets that close nothing: skipped, so that what follows them is still read. */
  protected surplusClosers(): boolean {
    if (!this.isSurplus(this.token.kind)) return false;
    const { start } = this.token;
    let end = start;
    let count = 0;
    for (; this.isSurplus(this.ahead(count).kind); count++) end = this.ahead(count).end;
    const written = this.text.slice(start, end);
    this.report('surplus-bracket', { start, end }, `${quoted(written)} closes nothing; remove it.`, [
      removal({ start, end }, written),
    ]);
    while (count-- > 0) this.take();
    this.hush();
    return true;
  }

  private isSurplus(kind: TokenKind): boolean {
    return isCloser(kind) && this.waiting[kind] === 0;
  }

  /** The span of a statement at its end, where nothing may follow it. `broken` is then known. */
  protected finish(keyword: Token): Span {
    this.endStatement();
    if (this.token.troubleBehind) this.broken = true;
    return this.spanFrom(keyword.start);
  }

  /** What is left on the statement's last line belongs to it, and is wrong. */
  private endStatement(): void {
    const surplus = this.surplusClosers();
    if (this.atEnd()) return;
    if (!this.broken && this.token.first) return;
    if (surplus) this.hush();
    const { token } = this;
    if (this.at(',')) {
      const message = 'A list of values stands in square brackets, as in `[0.3, 0.7]`.';
      this.giveUp('unexpected-text', token, message);
    } else if (this.at('for')) {
      this.giveUp('unexpected-text', token, '`for` stands only after the distribution of a `latent` or `observed`.');
    } else {
      const message = `${quoted(token.text)} cannot follow ${quoted(this.previous.text)}: expected an operator, or a keyword that starts a statement.`;
      this.giveUp('unexpected-text', token, message);
    }
    this.skipStatement();
  }

  /** Whether a list with this closing bracket ends here. With `look` false only where an item could start as well. */
  private atEndOf(close: Closer, look = true): boolean {
    return (look && this.atListEnd()) || this.atRowBehind(close);
  }

  /** Whether the next row of the table around starts here, so that the list inside it must have ended. */
  private atRowBehind(close: Closer): boolean {
    const { kind } = this.token;
    if (close === '}' || this.waiting['}'] === 0 || this.ahead().kind !== ':') return false;
    return kind === 'true' || kind === 'false' || kind === 'else';
  }

  /** Whether no further item can follow: a closing bracket, or what stands only outside of all brackets. */
  protected atListEnd(): boolean {
    switch (this.token.kind) {
      case ')':
      case ']':
      case '}':
      case '~':
      case '|':
      case 'for':
      case 'from':
      case 'columns':
        return true;
      default:
        return this.atEnd();
    }
  }
}

interface Gap {
  readonly before: Token;
  readonly after: Token;
}

function isCloser(kind: string): kind is Closer {
  return kind === ')' || kind === ']' || kind === '}';
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? 'an' : 'a';
}
