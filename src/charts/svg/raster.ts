import { createRequire } from 'node:module'
import type { Size } from '../layout/box.ts'
import { deckMeasure } from './measure.ts'

const load = createRequire(import.meta.url)

/** A picture file in pixels, and how large it is itself. */
export interface Raster extends Size {
  readonly png: Buffer
}

/**
 * A picture in pixels, for programs that show no vectors: its longer side has `least` of them or more. Rejects where the file
 * cannot be read.
 */
export async function rasterOf(content: Buffer, least: number): Promise<Raster> {
  deckMeasure()('400 10px sans-serif', ' ') // registers the font that charts are drawn in
  const { createCanvas, loadImage }: typeof import('@napi-rs/canvas') = load('@napi-rs/canvas')
  const image = await loadImage(content)
  const { width, height } = image
  const scale = Math.max(1, least / Math.max(width, height))
  const canvas = createCanvas(Math.round(width * scale), Math.round(height * scale))
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
  return { width, height, png: canvas.toBuffer('image/png') }
}
