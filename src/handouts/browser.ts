import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'

/** A browser that prints and takes pictures. */
export interface FoundBrowser {
  readonly path: string
  /** The one that came with the packages needs no installed one, and no sandbox. */
  readonly isBundled: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

const commands = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
]

const applications = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
)

const windowsPrograms = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']

/** Where a Chrome, Chromium or Edge may be installed. */
function installedPaths(env: Environment): readonly string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const programs = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) => folder ?? [])
  return [
    ...commands.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...applications,
    ...programs.flatMap((folder) => windowsPrograms.map((name) => join(folder, name))),
  ]
}

/** The browser inside the npm package @sparticuz/chromium, where that is installed beside the engine. */
async function bundledPath(engine: string): Promise<string | undefined> {
  try {
    const place = createRequire(join(engine, 'package.json')).resolve('@sparticuz/chromium')
    const { default: bundled } = await import(pathToFileURL(place).href)
    const path: unknown = await bundled.executablePath()
    return typeof path === 'string' ? path : undefined
  } catch {
    return undefined // not installed, or not for this machine
  }
}

/** The browser that CHROMIUM names, else an installed one, else the bundled one; undefined where there is none. */
export async function findBrowser(engine: string, env: Environment): Promise<FoundBrowser | undefined> {
  const { CHROMIUM: named } = env
  if (named !== undefined && named !== '') return existsSync(named) ? { path: named, isBundled: false } : undefined
  const installed = installedPaths(env).find((path) => existsSync(path))
  if (installed !== undefined) return { path: installed, isBundled: false }
  const path = await bundledPath(engine)
  return path === undefined ? undefined : { path, isBundled: true }
}

/** Starts it without a window; every machine draws text and colours alike. */
export async function startBrowser({ path, isBundled }: FoundBrowser): Promise<Browser> {
  const { chromium } = await import('playwright-core')
  const isRoot = process.getuid?.() === 0 // for whom Chrome has no sandbox
  const args = [
    '--disable-gpu',
    '--hide-scrollbars',
    '--font-render-hinting=none',
    '--force-color-profile=srgb',
    '--disable-background-networking',
  ]
  return chromium.launch({ executablePath: path, args: isBundled || isRoot ? ['--no-sandbox', ...args] : args })
}
