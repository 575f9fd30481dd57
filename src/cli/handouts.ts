import { basename, join, resolve } from 'node:path'
import type { HandoutsMade } from '../handouts/handouts.ts'
import type { HandoutKind, PrintOptions } from '../handouts/making.ts'
import type { Edition } from '../model/deck.ts'
import { outFolderFault } from './build.ts'
import { type Call, type Command, edition, noBrowser, text, UsageError } from './command.ts'

function choice<T extends string>(call: Call, flag: string, choices: readonly T[]): T | undefined {
  const asked = text(call, flag)
  if (asked === undefined) return undefined
  const found = choices.find((one) => one === asked)
  if (found === undefined) throw new UsageError(`invalid --${flag} ${asked}: there are ${choices.join(', ')}`)
  return found
}

const perSheet = { '2': 2, '3': 3, '6': 6 } as const

function printOptions(call: Call): PrintOptions {
  const sheet = choice(call, 'handout', ['2', '3', '6'])
  const dpi = text(call, 'dpi') ?? '96'
  if (!/^\d+$/.test(dpi) || Number(dpi) < 24 || Number(dpi) > 384)
    throw new UsageError(`invalid --dpi ${dpi}: a number from 24 to 384; 96 is 1920 × 1080`)
  return {
    notes: call.flags.notes === true,
    handout: sheet && perSheet[sheet],
    paper: choice(call, 'paper', ['A4', 'Letter']) ?? 'A4',
    dpi: Number(dpi),
  }
}

/** What was made, for scripts: files by their names in the folder; without a deck none. */
const jsonOf = (
  { build, files, lacksBrowser }: HandoutsMade,
  about: { readonly edition: Edition; readonly out: string },
): unknown => ({
  ...about,
  files: files ? files.map(({ name, content }) => ({ name, bytes: content.length })) : null,
  lacksBrowser,
  diagnostics: build.diagnostics,
})

/** A command that makes these kinds of hand-outs. */
const making = (name: string, kinds: readonly HandoutKind[], summary: string): Command => {
  return {
    summary,
    example: `${name} --edition presenter`,
    takes: [],
    options: {
      edition: { value: 'public|presenter', summary: 'the public edition unless asked' },
      out: { value: 'DIR', summary: 'where to, instead of dist-handouts/' },
      ...(kinds.includes('pdf') && {
        notes: { summary: "with the speaker's notes, in the presenter edition" },
        handout: { value: '2|3|6', summary: 'so many slides on a sheet' },
        paper: { value: 'A4|Letter', summary: 'the sheets, A4 unless asked' },
      }),
      json: { summary: 'print what was made and all findings as JSON' },
      ...(kinds.includes('pictures') && { dpi: { value: 'N', summary: 'of the pictures; 96 is 1920 × 1080' } }),
    },
    async run(call, { engine, cache, cwd, env, print, printError, colors }) {
      const isJson = call.flags.json === true
      const asked = edition(call, 'public')
      const given = text(call, 'out')
      const out = given === undefined ? join(call.root, 'dist-handouts', asked) : resolve(cwd, given)
      const fault = outFolderFault(call.root, out)
      if (fault !== undefined) throw new UsageError(fault)
      const options = printOptions(call)
      if (options.notes && asked === 'public')
        throw new UsageError('invalid --notes: notes are of the presenter edition, --edition presenter')
      const [{ makeHandouts }, { palette, reportText }] = await Promise.all([
        import('../handouts/handouts.ts'),
        import('../project/report.ts'),
      ])
      const project = { root: call.root, engine, edition: asked }
      const made = await makeHandouts({
        project,
        kinds,
        out,
        cache,
        env,
        print: options,
        progress: isJson ? () => {} : print,
      })
      if (isJson) {
        print(JSON.stringify(jsonOf(made, { edition: asked, out }), null, 2))
        return !made.files ? 1 : made.lacksBrowser ? noBrowser : 0
      }
      for (const warning of made.build.warnings) printError(warning)
      if (!made.files) {
        printError(reportText(made.build, palette(colors)))
        printError('nothing made: the errors come first')
        return 1
      }
      const { length } = made.files
      print(
        `${length} ${length === 1 ? 'file' : 'files'} in ${given === undefined ? `dist-handouts/${asked}` : basename(out)}/`,
      )
      if (!made.lacksBrowser) return 0
      printError(
        'missing browser: install Chrome, Chromium or Edge, or name one in CHROMIUM; PDF and pictures are not made',
      )
      return noBrowser
    },
  }
}

export const handouts = making(
  'handouts',
  ['databook', 'pptx', 'offline', 'pdf', 'pictures'],
  'make data book, PowerPoint, offline file, PDF and pictures, see docs/handouts.md',
)
export const databook = making('databook', ['databook'], 'make the figures as a workbook, CSV and JSON')
export const pptx = making('pptx', ['pptx'], 'make the deck as PowerPoint, native and editable')
export const offline = making('offline', ['offline'], 'make the deck as one HTML file that needs no network')
export const pdf = making('pdf', ['pdf'], 'print the deck as PDF, one slide a page or several on a sheet')
export const pictures = making('pictures', ['pictures'], 'take pictures of slides and charts')
