export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The rectangle that the data lie in, in pixels of the picture. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
