import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { FontName } from '../../compiler/parse/settings/font-list.ts'
import type { ShippedPart } from '../../format/letters/scripts.ts'
import type { Project } from '../project.ts'
import { isWithin } from '../walk.ts'

/** A font file that may be used, and the weight that its name says. */
export interface NamedFile {
  readonly name: string // from the package or the deck's folder, with "/"
  readonly path: string
  /** A number, or "variable". */
  readonly weight: number | 'variable' | undefined
}

/** Files of the same letters in several weights. */
export interface FileGroup {
  readonly files: readonly NamedFile[]
  /** Letters that its package says it has, as CSS: "U+4e00-4e05,U+20ac". Where absent only the file says. */
  readonly range?: string
}

const shippedFont = '@fontsource-variable/inter'

/** The file of a part of the shipped font. */
export function shippedFile(part: ShippedPart, engine: string): NamedFile {
  const name = `${shippedFont}/files/inter-${part}-wght-normal.woff2`
  const packages = createRequire(join(engine, 'package.json'))
  const folder = dirname(packages.resolve(`${shippedFont}/package.json`))
  return { name, path: join(folder, 'files', basename(name)), weight: 'variable' }
}

const isFont = (path: string): boolean => /\.(?:woff2|ttf|otf)$/i.test(path)

/** The folder of an installed package, looked up from the deck's folder upwards, then from the engine's. */
function packageFolder(name: string, { root, engine }: Pick<Project, 'root' | 'engine'>): string | undefined {
  const above = (folder: string): readonly string[] => {
    const next = dirname(folder)
    return next === folder ? [folder] : [folder, ...above(next)]
  }
  return [...above(root), ...above(engine)]
    .map((folder) => join(folder, 'node_modules', name))
    .find((folder) => existsSync(join(folder, 'package.json')))
}

const weightNames: Readonly<Record<string, number>> = {
  thin: 100,
  extralight: 200,
  demilight: 350,
  light: 300,
  regular: 400,
  normal: 400,
  medium: 500,
  semibold: 600,
  demibold: 600,
  extrabold: 800,
  bold: 700,
  black: 900,
  heavy: 900,
}

const weightPart =
  /[-_.]?\d?(?:[[(][^\])]*wght[^\])]*[\])]|(?<![a-z\d])(?:wght|variable(?:font)?|vf)(?![a-z])|(?<!\d)[1-9]00(?!\d)|(?:thin|extra-?light|demi-?light|light|regular|medium|semi-?bold|demi-?bold|extra-?bold|bold|black|heavy)(?![a-z]))/gi

function weightOf(name: string): NamedFile['weight'] {
  const found = name.match(weightPart)?.map((part) => part.toLowerCase()) ?? []
  if (found.some((part) => /wght|variable|vf/.test(part))) return 'variable'
  const number = found.map((part) => /[1-9]00/.exec(part)?.[0]).find((digits) => digits !== undefined)
  if (number !== undefined) return Number(number)
  const word = found.map((part) => part.replace(/[^a-z]/g, '')).find((part) => part in weightNames)
  return word === undefined ? undefined : weightNames[word]
}

/** Weights that the theme prints: a variable file has both; else the nearest to each, the bold one rather too heavy. */
function chosenWeights(files: readonly NamedFile[]): readonly NamedFile[] {
  const variable = files.find(({ weight }) => weight === 'variable')
  if (variable) return [variable]
  const nearest = (wanted: number): NamedFile | undefined =>
    [...files].sort((a, b) => off(a, wanted) - off(b, wanted))[0]
  const off = ({ weight = 400 }: NamedFile, wanted: number): number =>
    typeof weight === 'string' ? 0 : weight < wanted ? (wanted - weight) * 1.5 : weight - wanted
  return [...new Set([nearest(400), nearest(600)])].flatMap((file) => file ?? [])
}

/** Files that differ in nothing but the weight are one group; italics are left out, woff2 goes before what is larger. */
function grouped(files: readonly NamedFile[]): readonly FileGroup[] {
  const groups = new Map<string, NamedFile[]>()
  const rank = (path: string): number => (/\.woff2$/i.test(path) ? 0 : 1)
  const upright = files.filter(({ name }) => !/italic|oblique/i.test(basename(name)))
  for (const file of [...upright].sort((a, b) => rank(a.path) - rank(b.path) || (a.name < b.name ? -1 : 1))) {
    const key = basename(file.name)
      .replace(/\.\w+$/, '')
      .replace(weightPart, '')
    const group = groups.get(key) ?? []
    if (!group.some(({ weight }) => weight === file.weight)) groups.set(key, [...group, file])
  }
  return [...groups.values()].map((group) => ({ files: chosenWeights(group) }))
}

/** What a package says of the letters of its parts, by the name of the part: "japanese", "[12]". */
function partRanges(folder: string): Readonly<Record<string, unknown>> {
  const file = join(folder, 'unicode.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/** Parts that are numbered are small pieces of one that has a name, if there is one: they come after all others. */
const piece = /-(\d+)-(?=[^-]+-normal\.\w+$)/

function ofPackage(name: string, folder: string): readonly FileGroup[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isFont).sort()
  const files = paths.map((path) => ({
    name: `${name}/${path.split(sep).join('/')}`,
    path: join(folder, path),
    weight: weightOf(basename(path)),
  }))
  const ranges = partRanges(folder)
  const pieces = new Map<string | undefined, NamedFile[]>()
  for (const file of files) {
    const number = piece.exec(file.name)?.[1]
    pieces.set(number, [...(pieces.get(number) ?? []), file])
  }
  return [...pieces]
    .sort(([a], [b]) => Number(a ?? -1) - Number(b ?? -1))
    .flatMap(([number, group]) =>
      grouped(group).map((one) => {
        const range = number === undefined ? undefined : ranges[`[${number}]`]
        return typeof range === 'string' ? { ...one, range } : one
      }),
    )
}

/** The files that a deck's `fonts:` name, in order; for each name that leads to none, undefined. */
export function findFonts(names: readonly FontName[], project: Pick<Project, 'root' | 'engine'>): readonly FoundFont[] {
  const single = names.flatMap(({ name }) => {
    const path = isFont(name) ? fileOf(name, project) : undefined
    return path === undefined ? [] : [{ name, path, weight: weightOf(basename(name)) }]
  })
  const groups = grouped(single)
  return names.map(({ name, place }) => {
    if (isFont(name)) {
      const own = groups.filter(({ files }) => files[0]?.name === name)
      return { name, place, groups: single.some((file) => file.name === name) ? own : undefined }
    }
    const folder = /^[.\\/]|\.\./.test(name) ? undefined : packageFolder(name, project)
    const found = folder === undefined ? [] : ofPackage(name, folder)
    return { name, place, groups: found.length > 0 ? found : undefined }
  })
}

/** A name of the list and its files; of a group that several names make up, all stand at the first. */
export interface FoundFont extends FontName {
  readonly groups: readonly FileGroup[] | undefined
}

/** A file of the deck's folder, or of an installed package. */
function fileOf(name: string, project: Pick<Project, 'root' | 'engine'>): string | undefined {
  const own = resolve(project.root, name)
  if (isWithin(own, project.root) && statSync(own).isFile()) return own
  const [, packageName, rest] = /^((?:@[^/]+\/)?[^/@.][^/]*)\/(.+)$/.exec(name) ?? []
  const folder = packageName === undefined ? undefined : packageFolder(packageName, project)
  if (folder === undefined || rest === undefined) return undefined
  const file = join(folder, rest)
  return !relative(folder, file).startsWith('..') && existsSync(file) ? file : undefined
}
