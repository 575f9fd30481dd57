import { createRequire } from 'node:module'
import { type FontFile, fileOfWeight, lettersOf, type TextFace } from '../../format/letters/text-face.ts'
import { once, onceByKey } from '../../model/memory.ts'
import type { MeasureText } from './svg-canvas.ts'

const load = createRequire(import.meta.url)

export const latin = 'Inter Variable'

interface Skia {
  readonly createCanvas: (width: number, height: number) => import('@napi-rs/canvas').Canvas
  readonly context: { font: string; measureText(text: string): { readonly width: number } }
  /** The family that a file is registered as: one of its own, since of a family Skia asks one file alone. */
  readonly familyOf: (path: string) => string
}

/** A canvas that has the shipped font's Latin; loaded with the first chart. */
export const skia = once((family: typeof latin): Skia => {
  const { createCanvas, GlobalFonts }: typeof import('@napi-rs/canvas') = load('@napi-rs/canvas')
  GlobalFonts.registerFromPath(load.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'), family)
  const paths: string[] = []
  const familyOf = once((path: string): string => {
    const own = `face-${paths.push(path)}`
    GlobalFonts.registerFromPath(path, own)
    return own
  })
  return { createCanvas, context: createCanvas(1, 1).getContext('2d'), familyOf }
})

const fullWidth = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g

/** Width in the shipped font's Latin; wide letters that no font has are one size wide in a reader's. */
function latinWidth({ context }: Skia, font: string, text: string): number {
  context.font = font
  const wide = text.match(fullWidth)?.length ?? 0
  const { width } = context.measureText(wide > 0 ? text.replace(fullWidth, '') : text)
  return width + wide * sizeOf(font)
}

export const sizeOf = (font: string): number => Number(/([\d.]+)px/.exec(font)?.[1] ?? 0)

/** A variable file is asked for the weight itself, another for its own: nothing is made bolder than it is. */
export function fontOf(
  { weight, path }: FontFile,
  wanted: number,
  { size, familyOf }: Pick<Skia, 'familyOf'> & { size: number },
): string {
  return `${typeof weight === 'number' ? weight : wanted} ${size}px "${familyOf(path)}"`
}

/** A text as stretches of one face each, as a browser sets them. */
export function stretches(
  text: string,
  faceOf: ReadonlyMap<number, TextFace>,
): readonly { text: string; face: TextFace | undefined }[] {
  const found: { text: string; face: TextFace | undefined }[] = []
  for (const character of text) {
    const face = faceOf.get(character.codePointAt(0) ?? 0)
    const last = found.at(-1)
    if (last && last.face === face) last.text += character
    else found.push({ text: character, face })
  }
  return found
}

/** The face of each character that one has; the first goes before those behind it. */
export const facesByLetter = (faces: readonly TextFace[]): ReadonlyMap<number, TextFace> =>
  new Map(faces.toReversed().flatMap((face) => lettersOf(face.letters).map((code) => [code, face] as const)))

function measureWith(faces: readonly TextFace[]): MeasureText {
  const canvas = skia(latin)
  const faceOf = facesByLetter(faces)
  const stretchWidth = (font: string, text: string, face: TextFace | undefined): number => {
    const weight = Number(/^(\d+) /.exec(font)?.[1] ?? 400)
    const file = face && fileOfWeight(face, weight)
    if (!file) return latinWidth(canvas, font, text)
    canvas.context.font = fontOf(file, weight, { size: sizeOf(font), familyOf: canvas.familyOf })
    return canvas.context.measureText(text).width
  }
  const widths = new Map<string, number>()
  return (font, text) => {
    const key = `${font}\n${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    const width =
      faceOf.size === 0
        ? latinWidth(canvas, font, text)
        : stretches(text, faceOf).reduce((all, part) => all + stretchWidth(font, part.text, part.face), 0)
    widths.set(key, width)
    return width
  }
}

const measureByFiles = onceByKey(measureWith, {
  key: (faces) => faces.flatMap(({ files }) => files.map(({ path }) => path)).join('\n'),
  inCircle: measureWith,
})

/** Text widths by Skia, with the shipped font and the faces of text beyond Latin, kept by text. */
export const deckMeasure = (faces: readonly TextFace[] = []): MeasureText => measureByFiles(faces)
