/** A glob pattern that matches exactly this file name. */
export function globLiteral(name: string): string {
  return name.replace(/[[\]{}*?]/g, (character) => `[${character}]`);
}
