/** What the gallery says of a model before it is opened. */
export interface GalleryEntry {
  /** Of the `model` statement. */
  readonly title: string;
  /** The comment of its first line: what the model teaches, in one sentence. */
  readonly description: string;
}

/** Reads a model of the gallery; null where it has no title or does not start with a comment. */
export function galleryEntry(text: string): GalleryEntry | null {
  const title = /^model\s+"([^"]+)"/m.exec(text)?.[1];
  const description = /^\/\/[ \t]*(\S.*)/.exec(text)?.[1]?.trim();
  return title !== undefined && description !== undefined ? { title, description } : null;
}
