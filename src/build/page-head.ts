import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ChartTheme } from '../charts/colors/theme.ts'
import { escapeHtml } from '../format/html.ts'
import type { DeckHead } from '../model/deck.ts'
import type { Project } from '../project/project.ts'
import type { PageFrame } from './page.ts'

/** The picture of a slide as others show it, beside the page that a site has of it. */
export const previewName = 'preview.png'

const icons = ['favicon.svg', 'favicon.png', 'favicon.ico']

/** Name of the deck's own icon in public/; undefined when it has none and one is made. */
export function findIcon(root: string): string | undefined {
  return icons.find((name) => existsSync(join(root, 'public', name)))
}

/** A plain icon: the company's first letter on the brand's colour. */
export function renderIcon({ shortName }: DeckHead, { totalColor }: ChartTheme): string {
  const letter = escapeHtml([...shortName][0] ?? '')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${totalColor}"/><text x="16" y="23" text-anchor="middle" font-family="sans-serif" font-size="20" font-weight="700" fill="#fff">${letter}</text></svg>\n`
}

/** What the document says of the deck. */
export function pageFrame(head: DeckHead, { root, hosted }: Pick<Project, 'root' | 'hosted'>): PageFrame {
  const own = existsSync(join(root, 'public', 'social.png')) ? 'social.png' : undefined
  const picture = own ?? (hosted ? previewName : undefined)
  return {
    language: head.textLanguage ?? head.language,
    title: `${head.title} – ${head.shortName}`,
    description: [head.title, head.company, head.speaker, head.dateText].filter(Boolean).join(' · '),
    favicon: `./${findIcon(root) ?? 'favicon.svg'}`,
    ...(head.address ? { address: head.address } : {}),
    ...(picture ? { picture } : {}),
  }
}
