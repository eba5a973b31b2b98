import { Column } from './columns';
import { hash, uniforms } from './random';

/** The standard numbers behind all draws, made once and kept: an edit of the model moves the same draws. */
export class Base {
  private readonly columns = new Map<string, Column>();
  private kept = 0;

  /** The numbers of one coordinate of one element, by its place, for the ancestral samples `block`, `count` at a time. */
  samples(seed: number, place: string, coordinate: number, block: number, count: number): Column {
    return this.column(`${seed}|${place}|${coordinate}|${block}|${count}`, count, (name) =>
      Column.fromUniforms(uniforms(hash(name), count)),
    );
  }

  /** A column by its name, made where it is lacking. */
  column(name: string, count: number, make: (name: string) => Column): Column {
    let column = this.columns.get(name);
    if (column === undefined) {
      if (this.kept + count > keepLimit) {
        this.columns.clear();
        this.kept = 0;
      }
      column = make(name);
      this.columns.set(name, column);
      this.kept += count;
    }
    return column;
  }
}

/** Numbers that are kept at most: 32 MB, or twice that with their normals. */
const keepLimit = 4_000_000;
