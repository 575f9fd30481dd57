import type { Diagnostic } from '../../../model/diagnostic.ts'
import type { SourceFile } from '../../../model/source-file.ts'
import { unsupportedMarkup } from '../../diagnostics/slides.ts'
import { readBrand } from '../../parse/settings/brand.ts'
import { placeOfOffset } from '../../parse/text-origin.ts'
import { checkPicture } from './links.ts'

/** Tags that show a file, up to its address. */
const shown =
  /<(?:img|image|use|source|video|embed|object|input)\b(?:[^>"']|"[^"]*"|'[^']*')*?\s(?:src|href|xlink:href|data|poster)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi

/** Comments and placeholders as blanks: what they hold is not shown, or not known yet. */
const blank = (text: string): string =>
  text.replace(/<!--[\s\S]*?-->|\{\{!--[\s\S]*?--\}\}|\{\{![\s\S]*?\}\}/g, (part) => part.replace(/[^\n]/g, ' '))

/** Pictures that layouts and partials name and public/ does not have; addresses made by placeholders are not known here. */
export function layoutPictures(files: readonly SourceFile[], pictures: ReadonlySet<string>): readonly Diagnostic[] {
  return files.flatMap((file) => {
    if (file.kind !== 'text' || !/^templates\/.*\.hbs$/i.test(file.path)) return []
    const text = blank(file.text)
    return [...text.matchAll(shown)].flatMap((match) => {
      const address = match[1] ?? match[2] ?? ''
      if (address === '' || address.includes('{{') || /^(?:#|data:)/i.test(address)) return []
      const start = match.index + match[0].length - 1 - address.length
      const place = placeOfOffset(text, start, { path: file.path, line: 1, column: 1 })
      return checkPicture(address, { ...place, length: address.length }, pictures)
    })
  })
}

/** Pictures that the brand names and public/ does not have. */
export function brandPictures(files: readonly SourceFile[], pictures: ReadonlySet<string>): readonly Diagnostic[] {
  const { document, brand } = readBrand(files) ?? {}
  if (!document || !brand) return []
  const { logo, cover } = brand
  const named = [
    ...(logo ? [logo.light, logo.dark].map((path) => ({ path, key: 'logo' })) : []),
    ...(cover === undefined ? [] : [{ path: cover, key: 'cover' }]),
  ]
  return named
    .filter(({ path }, index) => named.findIndex((other) => other.path === path) === index)
    .flatMap(({ path, key }) => checkPicture(path, document.placeOf(['brand', key]), pictures))
}

/** What no layout may hold: what runs, and styles that the page's content policy forbids. */
const unsafe: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a script', pattern: /<\s*script\b/gi },
  { what: 'a page within', pattern: /<\s*(?:iframe|embed|object|base|meta|form)\b/gi },
  { what: 'a handler of events', pattern: /<[a-z][^<>]*?\s(on\w+)\s*=/gi },
  { what: 'a script', pattern: /(?:java|vb)script\s*:/gi },
  { what: 'a style of its own', pattern: /<[a-z][^<>]*?\s(style)\s*=|<\s*(?:style|link)\b/gi },
]

/** Layouts and partials that would run something, or be drawn otherwise where they are served than where they are built. */
export function unsafeLayouts(files: readonly SourceFile[]): readonly Diagnostic[] {
  return files.flatMap((file) => {
    if (file.kind !== 'text' || !/^templates\/.*\.hbs$/i.test(file.path)) return []
    const text = blank(file.text)
    return unsafe.flatMap(({ what, pattern }) =>
      [...text.matchAll(pattern)].map((match) => {
        const [whole, name = whole] = match
        const start = match.index + whole.lastIndexOf(name)
        const place = placeOfOffset(text, start, { path: file.path, line: 1, column: 1 })
        return unsupportedMarkup(what, { ...place, length: name.length })
      }),
    )
  })
}
