import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { subsetFonts } from '../project/fonts/font-subsets.ts'
import type { Project } from '../project/project.ts'
import type { BuiltDeck } from '../project/session.ts'
import { builtAssets } from './address.ts'
import type { PageFrame } from './page.ts'
import { findIcon, pageFrame, renderIcon } from './page-head.ts'

/** All that a bundle takes from a deck: plain texts, so that they may come from another thread. */
export interface DeckPage {
  readonly frame: PageFrame
  readonly html: string // inner HTML of <body>
  /** Charts, JSON, icon, kept documents. */
  readonly files: readonly { readonly name: string; readonly content: string | Buffer }[]
  /** Licences of fonts that the deck brings along. */
  readonly licences: readonly string[]
}

function iconOf({ deck, assets }: BuiltDeck, { root }: Project): DeckPage['files'] {
  return findIcon(root) ? [] : [{ name: 'favicon.svg', content: renderIcon(deck.head, assets.theme) }]
}

/** Everything that the page shows, or may show. */
const textOf = ({ html, page, assets }: BuiltDeck): string =>
  [html, page, ...assets.addresses().map((address) => (address.endsWith('.json') ? assets.text(address) : ''))].join('')

/** Kept documents that the edition has, by their names beside the page. */
function keptFiles({ disclosed: { deck } }: BuiltDeck, { root }: Project): DeckPage['files'] {
  const names = deck.documents.flatMap(({ file }) => (file === undefined ? [] : [decodeURIComponent(file)]))
  return [...new Set(names)].map((name) => ({ name, content: readFileSync(join(root, 'data', name)) }))
}

/** Takes from a deck whose charts are drawn what its bundle needs. */
export async function deckPage(built: BuiltDeck, project: Project): Promise<DeckPage> {
  const { deck, assets, html, further } = built
  const drawn = assets.addresses().flatMap((address) => {
    const content = assets.text(address)
    return content === undefined ? [] : [{ name: address.replace(/^\.\//, ''), content }]
  })
  const fonts = await subsetFonts(() => textOf(built), assets.theme, builtAssets)
  const files = [...drawn, ...further, ...iconOf(built, project), ...keptFiles(built, project), ...fonts.files]
  const frame = { ...pageFrame(deck.head, project), ...(fonts.sheet && { fonts: fonts.sheet }) }
  return { frame, html, files, licences: fonts.licences }
}
