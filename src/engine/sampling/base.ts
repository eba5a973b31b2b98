import { Column } from './columns';
import { hash, uniforms } from './random';

/** A column and when it was last asked for. */
interface Kept {
  readonly column: Column;
  readonly count: number;
  used: number;
}

/** The standard numbers behind all draws, made once and kept: an edit of the model moves the same draws. */
export class Base {
  private readonly columns = new Map<string, Kept>();
  private kept = 0;
  /** Counts what was asked for. */
  private asked = 0;
  private nextSweep = 0;

  /** The numbers of one coordinate of one element, by its place, for the ancestral samples `block`, `count` at a time. */
  samples(seed: number, place: string, coordinate: number, block: number, count: number): Column {
    return this.column(`${seed}|${place}|${coordinate}|${block}|${count}`, count, (name) =>
      Column.fromUniforms(uniforms(hash(name), count)),
    );
  }

  /** A column by its name, made where it is lacking. */
  column(name: string, count: number, make: (name: string) => Column): Column {
    this.asked++;
    const known = this.columns.get(name);
    if (known !== undefined) {
      known.used = this.asked;
      return known.column;
    }
    const column = make(name);
    if (this.kept + count > keepLimit) this.sweep();
    // Where there is no room for all that a model asks for again and again, some of it is kept, and not now this, now that.
    if (this.kept + count <= keepLimit) {
      this.columns.set(name, { column, count, used: this.asked });
      this.kept += count;
    }
    return column;
  }

  /** Drops what was not asked for while everything else was, several times. */
  private sweep(): void {
    if (this.asked < this.nextSweep) return;
    const before = this.asked - patience * this.columns.size;
    for (const [name, { count, used }] of this.columns) {
      if (used >= before) continue;
      this.columns.delete(name);
      this.kept -= count;
    }
    this.nextSweep = this.asked + this.columns.size;
  }
}

/** Numbers that are kept at most: 32 MB, or twice that with their normals. */
const keepLimit = 4_000_000;
/** Times that all columns are asked for before one that is not is dropped. */
const patience = 4;
