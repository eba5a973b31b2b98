import { textWidth } from './textWidth';

/** Letters of mathematics are a little larger than those around them. */
const mathematics = 1.12;
/** Characters of a name, its ellipsis included, that tell it from others as a rule, and the fewest that are a name at all. */
const readable = 14;
const fewest = 3;

const name = /[\p{L}_][\p{L}\p{Nd}_]*/gu;

/** A text that is no wider than `room` pixels: names often differ at their ends, so that what is left out is from the middle. */
export function fitText(text: string, room: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= room) return text;
  const most = Math.max(1, Math.floor(room / (fontSize * 0.4)));
  for (let kept = Math.min([...text].length - 1, most); kept >= 1; kept--) {
    const shorter = abbreviated(text, kept);
    if (textWidth(shorter, fontSize) <= room) return shorter;
  }
  return '';
}

/** The same of a label, but '' for a number that is wider: abbreviated it would be another. */
export function fitLabel(label: string, room: number, fontSize: number): string {
  return isNumeral(label) && textWidth(label, fontSize) > room ? '' : fitText(label, room, fontSize);
}

/** Whether a label is a number as it is drawn; names begin with a letter. */
export function isNumeral(label: string): boolean {
  return /^[-−\d]/.test(label);
}

/**
 * The title of an axis that is no wider than `room` pixels: with shorter names, then without the words before its formula.
 * @param title `density p(x)`
 */
export function fitTitle(title: string, room: number, fontSize: number): string {
  const formula = /(?:log )?[pF]\(.*\)$/.exec(title)?.[0] ?? title;
  for (const [text, least] of [
    [title, readable],
    [formula, fewest],
  ] as const) {
    const longest = Math.max(0, ...(text.match(name) ?? []).map((each) => [...each].length));
    for (let most = Math.max(longest, least); most >= least; most--) {
      const shorter = text.replace(name, (each) => ([...each].length <= most ? each : abbreviated(each, most)));
      if (titleWidth(shorter, fontSize) <= room) return shorter;
    }
  }
  return fitText(formula, room / mathematics, fontSize);
}

/** A formula whose names are no longer than is needed to tell them apart, where it is said in full elsewhere. */
export function shortFormula(formula: string): string {
  return formula.replace(name, (each) => ([...each].length <= readable ? each : abbreviated(each, readable)));
}

/** @returns how wide the title of an axis will be drawn at most, in pixels. */
export function titleWidth(title: string, fontSize: number): number {
  return textWidth(title, fontSize) * mathematics;
}

/** So many characters of a text, an ellipsis for the rest among them. */
export function abbreviated(text: string, kept: number): string {
  const characters = [...text];
  const head = Math.ceil((kept - 1) * 0.6);
  const tail = kept - 1 - head;
  return `${characters.slice(0, head).join('')}…${tail === 0 ? '' : characters.slice(-tail).join('')}`;
}
