/**
 * Draws a picture that stands on its own onto a canvas, in a page.
 * @param scale pixels of the image for each of the picture's
 * @throws where the picture cannot be read, or the page has no room for so many pixels
 */
export async function pngOf(page: Document, svg: string, scale = 2): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = page.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('The picture is too large for an image.');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}
