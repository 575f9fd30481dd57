import type { Project } from '../project/project.ts'
import type { BuiltDeck } from '../project/session.ts'
import type { PageFrame } from './page.ts'
import { findIcon, pageFrame, renderIcon } from './page-head.ts'

/** All that a bundle takes from a deck: plain texts, so that they may come from another thread. */
export interface DeckPage {
  readonly frame: PageFrame
  readonly html: string // inner HTML of <body>
  /** Charts, JSON, icon. */
  readonly files: readonly { readonly name: string; readonly content: string }[]
}

function iconOf({ deck, assets }: BuiltDeck, { root }: Project): DeckPage['files'] {
  return findIcon(root) ? [] : [{ name: 'favicon.svg', content: renderIcon(deck.head, assets.theme) }]
}

/** Takes from a deck whose charts are drawn what its bundle needs. */
export function deckPage(built: BuiltDeck, project: Project): DeckPage {
  const { deck, assets, html, further } = built
  const drawn = assets.addresses().flatMap((address) => {
    const content = assets.text(address)
    return content === undefined ? [] : [{ name: address.replace(/^\.\//, ''), content }]
  })
  const files = [...drawn, ...further, ...iconOf(built, project)]
  return { frame: pageFrame(deck.head, project.root), html, files }
}
