/** The part of a stream that a progress bar is drawn on. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Work that ends sooner shows no bar. */
const patience = 500;
/** Milliseconds between two pictures. */
const period = 100;
const widest = 40;
/** Room for the longest of the numbers behind the bar, so that the bar keeps its length while they change. */
const numbersWidth = ' 100 % 59 min 59 s left'.length;

/** How far long work is, on a terminal; nothing anywhere else. */
export class Progress {
  private readonly started: number;
  private drawnAt: number | null = null;

  private readonly wanted: boolean;

  /**
   * @param now milliseconds
   * @param alone whether nothing else is being written to the terminal
   */
  constructor(
    private readonly stream: ProgressStream,
    private readonly what: string,
    private readonly now: () => number,
    alone = true,
  ) {
    this.started = now();
    this.wanted = alone && stream.isTTY === true;
  }

  /** @param share of the work that is done, from 0 to 1; null where nobody knows */
  update(share: number | null): void {
    if (!this.wanted) return;
    const time = this.now();
    if (time - this.started < patience || (this.drawnAt !== null && time - this.drawnAt < period)) return;
    this.drawnAt = time;
    const line = progressLine(this.what, share, (time - this.started) / 1000, this.stream.columns || 80);
    this.stream.write(`\r${line}\x1b[K`);
  }

  /** Takes the bar away. */
  done(): void {
    if (this.drawnAt !== null) this.stream.write('\r\x1b[K');
    this.drawnAt = null;
  }
}

/** One line, narrower than the terminal: what is done, how much of it as a bar, and how long it will still take. */
export function progressLine(what: string, share: number | null, seconds: number, columns: number): string {
  if (share === null) return fitted(`${what} ${duration(seconds)}`, columns);
  const done = Math.min(1, Math.max(0, share));
  const left = done > 0 ? ` ${duration((seconds * (1 - done)) / done)} left` : '';
  const numbers = ` ${Math.floor(100 * done)} %${left}`;
  const width = Math.min(widest, columns - what.length - numbersWidth - 4);
  if (width < 5) return fitted(`${what}${numbers}`, columns);
  const full = Math.round(width * done);
  return `${what} [${'#'.repeat(full)}${'.'.repeat(width - full)}]${numbers}`;
}

function fitted(text: string, columns: number): string {
  return text.slice(0, Math.max(0, columns - 1));
}

/** `7 s`, `3 min 05 s`, `2 h 10 min` */
function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  const padded = (value: number) => String(value).padStart(2, '0');
  return minutes < 60
    ? `${minutes} min ${padded(whole % 60)} s`
    : `${Math.floor(minutes / 60)} h ${padded(minutes % 60)} min`;
}
