/** A colour as red, green and blue from 0 to 255. */
export type Rgb = readonly [number, number, number];

/**
 * A ramp for heat maps of `steps` colours, RGB bytes in a row. It starts at the page's own background, so that no
 * density is no ink, and its lightness in OKLab changes by the same amount with every step, which is what makes it
 * even to the eye and readable without colour vision.
 * The conversions follow B. Ottosson, "A perceptual color space for image processing" (2020).
 */
export function heatRamp(background: Rgb, steps = 256): Uint8ClampedArray {
  const [start, a, b] = toOklab(background);
  const dark = start < 0.5;
  const end = dark ? 0.95 : 0.22;
  const ramp = new Uint8ClampedArray(steps * 3);
  for (let i = 0; i < steps; i++) {
    const t = i / (steps - 1);
    const lightness = start + (end - start) * t;
    const hue = dark ? 290 - 190 * t : 130 + 165 * t;
    const chroma = 0.14 * Math.sin(Math.PI * (0.1 + 0.8 * t)) * Math.min(1, t * 3);
    // The background's own tint fades out over the first fifth, while the ramp's hue comes in.
    const tint = Math.max(0, 1 - t * 5);
    ramp.set(i === 0 ? background : withinGamut(lightness, chroma, hue, a * tint, b * tint), i * 3);
  }
  return ramp;
}

/** @returns lightness from 0 to 1 and the two colour axes of OKLab. */
export function toOklab([red, green, blue]: Rgb): [number, number, number] {
  const r = linear(red / 255);
  const g = linear(green / 255);
  const b = linear(blue / 255);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** @returns the colour of that lightness and hue, with as much of the chroma as the screen can show. */
function withinGamut(lightness: number, chroma: number, hue: number, a: number, b: number): Rgb {
  for (let share = 1; share > 0; share -= 0.05) {
    const colour = fromOklch(lightness, chroma * share, hue, a * share, b * share);
    if (colour.every((part) => part >= -0.5 && part <= 255.5)) return colour;
  }
  return fromOklch(lightness, 0, hue, 0, 0);
}

/** The colour of that lightness, chroma and hue in degrees, moved by (da, db) along OKLab's two axes. */
function fromOklch(lightness: number, chroma: number, hue: number, da: number, db: number): Rgb {
  const a = da + chroma * Math.cos((hue * Math.PI) / 180);
  const b = db + chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    255 * encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    255 * encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    255 * encoded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function encoded(value: number): number {
  return value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
}
