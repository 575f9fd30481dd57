import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ChartTheme, customProperties, themeFrom } from '../charts/theme.ts'
import type { Project } from './project.ts'

function styleSheets(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
}

/** The charts' theme from the deck's own style sheets, then the shipped ones; the first to set a property wins. */
export function readChartTheme({ root, engine }: Project): ChartTheme {
  const folders = [...new Set([root, engine])].map((base) => join(base, 'templates'))
  return themeFrom(customProperties(folders.flatMap(styleSheets).join('\n')))
}
