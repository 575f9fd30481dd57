import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { unsafePicture } from '../compiler/diagnostics/files.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { publicFolder } from './pictures.ts'
import { noStamp, placeInText, stampOf, walkFolder } from './walk.ts'

/**
 * What an SVG file may not hold, as it is published beside the deck, where a browser opens it as a document of the same
 * site: anything that runs, and anything from elsewhere. Each expression shows where it stands.
 */
const unsafe: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a script', pattern: /<\s*(?:[\w.-]+:)?script\b/gi },
  { what: 'a handler of events', pattern: /\son\w+\s*=/gi },
  { what: 'a page within', pattern: /<\s*(?:[\w.-]+:)?(?:foreignObject|iframe|embed|object)\b/gi },
  { what: 'an entity', pattern: /<!ENTITY\b/gi },
  { what: 'a script', pattern: /(?:java|vb)script\s*:/gi },
  { what: 'an animated reference', pattern: /attributeName\s*=\s*["']\s*(?:xlink:)?(?:href|on\w+)/gi },
  {
    what: 'a reference to elsewhere',
    pattern:
      /\b(?:xlink:)?(?:href|src)\s*=\s*(?:"(?!\s*(?:#|"|data:image\/(?:png|jpeg|gif|webp|avif)[;,]))|'(?!\s*(?:#|'|data:image\/(?:png|jpeg|gif|webp|avif)[;,])))/gi,
  },
  {
    what: 'a reference to elsewhere',
    pattern: /url\(\s*["']?\s*(?!["']?\s*(?:#|data:(?:image\/(?:png|jpeg|gif|webp|avif)|font\/)))/gi,
  },
  { what: 'a style sheet from elsewhere', pattern: /@import\b/gi },
]

const blanked = (text: string): string => text.replace(/[^\n]/g, ' ')

/** What runs or comes from elsewhere in the text of an SVG file, each at its place. */
export function unsafeParts(path: string, text: string): readonly Diagnostic[] {
  const shown = text.replace(/<!--[\s\S]*?-->/g, blanked)
  return unsafe
    .flatMap(({ what, pattern }) => [...shown.matchAll(pattern)].map(({ 0: found, index }) => ({ what, found, index })))
    .sort((a, b) => a.index - b.index)
    .map(({ what, found, index }) => {
      const start = index + found.length - found.trimStart().length
      const place = placeInText(shown, start)
      return unsafePicture(path, what, { path, ...place, length: found.trim().length })
    })
}

/** The same of every SVG file that is published: of public/ and of what style sheets may name. */
export function unsafePictures(root: string): readonly Diagnostic[] {
  return [publicFolder, 'templates'].flatMap((folder) =>
    walkFolder(join(root, folder), root)
      .files.filter((file) => /\.svg$/i.test(file) && stampOf(file) !== noStamp) // a link to nowhere is reported where it is read
      .sort()
      .flatMap((file) => unsafeParts(relative(root, file).split(sep).join('/'), decoded(readFileSync(file)))),
  )
}

/** As a browser reads it: UTF-16 where its first bytes say so. */
const decoded = (bytes: Buffer): string =>
  new TextDecoder(
    bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8',
  ).decode(bytes)
