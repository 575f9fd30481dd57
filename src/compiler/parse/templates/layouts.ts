import type { z } from 'zod'
import type { Diagnostic, Reading } from '../../../model/diagnostic.ts'
import type { TextFile } from '../../../model/source-file.ts'
import { breaking } from '../../diagnostics/follow-ups.ts'
import { missingLayoutContract, missingLayoutTemplate } from '../../diagnostics/slides.ts'
import { checkYaml } from '../check-yaml.ts'
import { parseYaml } from '../yaml.ts'
import {
  type ChartBox,
  type headlineSpec,
  layoutSpec,
  type TableBox,
  type TextBox,
  type TileBox,
} from './layout-contract.ts'
import { parseTemplate, type TemplateNode } from './template.ts'

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  copy: '©',
  middot: '·',
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    return entities[String(name).toLowerCase()] ?? whole
  })
}

interface MarkupNodes {
  readonly nodes: readonly TemplateNode[]
  /** Whether the last tag is still open: what follows is inside it. */
  readonly inTag: boolean
}

/** Reads a template's own HTML: of each text the words between tags and those of attributes that are read, of each value whether it stands inside a tag. */
const readMarkup = (nodes: readonly TemplateNode[]): readonly TemplateNode[] => readNodes(nodes, false).nodes

function readNodes(nodes: readonly TemplateNode[], startsInTag: boolean): MarkupNodes {
  let inTag = startsInTag
  const read = nodes.map((node): TemplateNode => {
    switch (node.kind) {
      case 'text': {
        const { words, endsInTag } = readText(node.text, inTag)
        inTag = endsInTag
        return /[\p{L}\p{N}]/u.test(words) ? { ...node, words } : node
      }
      case 'print':
        return inTag ? { ...node, inTag } : node
      case 'if':
      case 'each':
      case 'with': {
        const [body, otherwise] = [readNodes(node.body, inTag), readNodes(node.otherwise, inTag)]
        inTag = body.inTag
        return { ...node, body: body.nodes, otherwise: otherwise.nodes }
      }
      default:
        return node
    }
  })
  return { nodes: read, inTag }
}

/** Attributes that a reader sees or hears; group 2 is the value. */
const shownAttributes = /\s(?:title|alt|aria-label|aria-description|placeholder)\s*=\s*(["'])((?:(?!\1).)*)\1/gis

function readText(text: string, startsInTag: boolean): { readonly words: string; readonly endsInTag: boolean } {
  let inTag = startsInTag
  let words = ''
  for (const part of text.split(/(<(?=[a-z/!])|>)/i)) {
    if (part === '<') inTag = true
    else if (part === '>' && inTag) {
      inTag = false
      words += ' '
    } else if (!inTag) words += part
    else words += ` ${[...part.matchAll(shownAttributes)].map(([, , value = '']) => value).join(' ')} `
  }
  return { words: decodeEntities(words).replace(/\s+/g, ' ').trim(), endsInTag: inTag }
}

export type LayoutNeeds = NonNullable<z.infer<typeof layoutSpec>['needs']>

export interface Layout {
  readonly name: string
  readonly template: readonly TemplateNode[]
  /** Undefined when the contract cannot be read. */
  readonly needs: LayoutNeeds | undefined
  /** How its title is set; undefined when the contract does not say. */
  readonly headline: z.infer<typeof headlineSpec> | undefined
  /** Box of each chart, in pixels of a slide of 1920 × 1080. */
  readonly chart: ChartBox
  /** Where its tables stand, so that they are measured; undefined when the contract does not say. */
  readonly table: TableBox | undefined
  /** Where its running text stands, so that it is measured; undefined when the contract does not say. */
  readonly text: TextBox | undefined
  /** How its tiles are set, so that their figures are measured; undefined when the contract does not say. */
  readonly tiles: TileBox | undefined
  /** How many rows of tables fit on a slide where each takes one line; undefined when the contract does not say. */
  readonly rows: number | undefined
  /** What differs on slides that have a class, by the class. */
  readonly variants: Readonly<Record<string, Variant>>
  /** The classes that its slides may have; undefined when the contract does not say. */
  readonly classes: ReadonlySet<string> | undefined
}

interface Variant {
  readonly chart?: ChartBox | undefined
  readonly table?: TableBox | undefined
  readonly text?: TextBox | undefined
  readonly tiles?: TileBox | undefined
  readonly rows?: number | undefined
  readonly groups?: LayoutNeeds['groups']
  readonly tables?: LayoutNeeds['tables']
  readonly lead?: LayoutNeeds['lead']
  readonly pictures?: LayoutNeeds['pictures']
  readonly either?: LayoutNeeds['either']
  readonly columns?: readonly number[] | undefined
}

/** What a layout gives a slide of those classes; of each part the first class that has its own decides. */
export function roomOf(
  layout: Layout,
  classes = '',
): Required<Pick<Variant, 'table' | 'text' | 'tiles' | 'rows'>> & { readonly chart: ChartBox } {
  const variants = variantsOf(layout.variants, classes)
  return {
    chart: variants.find(({ chart }) => chart)?.chart ?? layout.chart,
    table: variants.find(({ table }) => table)?.table ?? layout.table,
    text: inColumns(
      variants.find(({ text }) => text)?.text ?? layout.text,
      variants.find(({ columns }) => columns)?.columns,
    ),
    tiles: variants.find(({ tiles }) => tiles)?.tiles ?? layout.tiles,
    rows: variants.find(({ rows }) => rows !== undefined)?.rows ?? layout.rows,
  }
}

const inColumns = (text: TextBox | undefined, columns: readonly number[] | undefined): TextBox | undefined =>
  text?.groups && columns ? { ...text, groups: { ...text.groups, columns: [...columns] } } : text

/** What a slide of those classes must have: where a class says so itself, that. */
export function needsOf({ needs, variants }: Layout, classes: string): LayoutNeeds | undefined {
  const own = variantsOf(variants, classes)
  const stated = (['groups', 'tables', 'lead', 'pictures', 'either'] as const).flatMap((key) => {
    const value = own.find((variant) => variant[key] !== undefined)?.[key]
    return value === undefined ? [] : [[key, value]]
  })
  return needs && { ...needs, ...Object.fromEntries(stated) }
}

/** Two classes that each set the same box of a layout in their own way, where no variant of both says how they go together. */
export function rivalClasses({ variants }: Layout, classes: string): readonly [string, string] | undefined {
  const names = classes.split(/\s+/)
  const joint = Object.keys(variants).filter((key) => key.split(' ').every((name) => names.includes(name)))
  for (const box of ['text', 'chart', 'table', 'tiles'] as const) {
    const setting = joint.filter((key) => variants[key]?.[box] !== undefined)
    const [widest = ''] = [...setting].sort((a, b) => b.split(' ').length - a.split(' ').length)
    const rival = setting.find((key) => key.split(' ').some((name) => !widest.split(' ').includes(name)))
    if (rival !== undefined && !isSameBox(variants[rival]?.[box], variants[widest]?.[box])) return [widest, rival]
  }
  return undefined
}

const isSameBox = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Those of most classes at once ("rows blocks") first, those of one in the order of the slide's classes. */
function variantsOf(variants: Layout['variants'], classes: string): readonly Variant[] {
  const names = classes.split(/\s+/)
  const count = (key: string): number => key.split(' ').length
  const ofSeveral = Object.keys(variants)
    .filter((key) => count(key) > 1 && key.split(' ').every((name) => names.includes(name)))
    .sort((a, b) => count(b) - count(a))
  return [...ofSeveral, ...names].flatMap((name) => (Object.hasOwn(variants, name) ? (variants[name] ?? []) : []))
}

/** A variant that names another has what that has. */
const variantsByName = (variants: NonNullable<LayoutContract['variants']>): Layout['variants'] =>
  Object.fromEntries(
    Object.entries(variants).map(([name, variant]) => {
      const own = typeof variant === 'string' ? variants[variant] : variant
      return [name, typeof own === 'string' || own === undefined ? {} : own]
    }),
  )

export interface Templates {
  readonly layouts: ReadonlyMap<string, Layout>
  readonly partials: ReadonlyMap<string, readonly TemplateNode[]>
}

export type TemplateFile = Pick<TextFile, 'path' | 'text'>

const defaultChart = { width: 1024, height: 560 }

/** HTML comments never reach any output: they become Handlebars comments. */
const withoutComments = (text: string): string =>
  text.replace(/<!--[\s\S]*?-->/g, (comment) => `{{!${comment.slice(5).replace(/[^\n]/g, ' ')}}}`)

type LayoutContract = z.infer<typeof layoutSpec>

/** How the parts are made: a caller that reads templates again and again keeps those whose files are what they were. */
export interface TemplateMakers {
  readonly template: (file: TemplateFile) => Reading<readonly TemplateNode[] | undefined>
  readonly contract: (file: TemplateFile) => Reading<LayoutContract | undefined>
  readonly layout: (name: string, template: readonly TemplateNode[], contract: LayoutContract | undefined) => Layout
  readonly partials: (
    partials: readonly (readonly [string, readonly TemplateNode[]])[],
  ) => ReadonlyMap<string, readonly TemplateNode[]>
}

export const templateMakers: TemplateMakers = {
  template({ path, text }) {
    const { value, diagnostics } = parseTemplate(withoutComments(text), { path, line: 1, column: 1 })
    return { value: value && readMarkup(value), diagnostics }
  },
  contract: parseContract,
  layout: (name, template, contract) => ({
    name,
    template,
    needs: contract && (contract.needs ?? {}),
    headline: contract?.headline,
    chart: contract?.chart ?? defaultChart,
    table: contract?.table,
    text: contract?.text,
    tiles: contract?.tiles,
    rows: contract?.rows,
    variants: variantsByName(contract?.variants ?? {}),
    classes: contract?.classes && new Set(contract.classes),
  }),
  partials: (partials) => new Map(partials),
}

const emptyTemplate: readonly TemplateNode[] = []

/** Reads the layouts, their contracts, and the partials. */
export function parseTemplates(
  files: readonly TemplateFile[],
  make: TemplateMakers = templateMakers,
): Reading<Templates> {
  const diagnostics: Diagnostic[] = []
  const nodes = (file: TemplateFile): readonly TemplateNode[] | undefined => {
    const reading = make.template(file)
    diagnostics.push(...reading.diagnostics)
    return reading.value
  }
  const partials = new Map<string, readonly TemplateNode[]>()
  const templates = new Map<string, readonly TemplateNode[]>()
  const contracts = new Map<string, LayoutContract | undefined>()
  const seen = new Map<string, { template?: string; contract?: string }>()
  for (const file of files) {
    const [, folder, name = '', kind] =
      /^templates\/(layouts|partials)\/([^/]+)\.(hbs|yaml)$/.exec(
        file.path.replace(/\w+$/, (ending) => ending.toLowerCase()),
      ) ?? []
    if (folder === 'partials' && kind === 'hbs') partials.set(name, nodes(file) ?? emptyTemplate)
    if (folder !== 'layouts') continue
    const entry = seen.get(name) ?? {}
    if (kind === 'hbs') {
      seen.set(name, { ...entry, template: file.path })
      templates.set(name, nodes(file) ?? emptyTemplate)
    } else {
      seen.set(name, { ...entry, contract: file.path })
      const contract = make.contract(file)
      diagnostics.push(...contract.diagnostics)
      contracts.set(name, contract.value)
    }
  }
  for (const [name, { template, contract }] of seen) {
    if (template !== undefined && contract === undefined) diagnostics.push(missingLayoutContract(name, template))
    if (template === undefined && contract !== undefined)
      diagnostics.push(...breaking([missingLayoutTemplate(name, contract)], { kind: 'layout', name }))
  }
  const layouts = [...templates].map(([name, template]): [string, Layout] => [
    name,
    make.layout(name, template, contracts.get(name)),
  ])
  return { value: { layouts: new Map(layouts), partials: make.partials([...partials]) }, diagnostics }
}

function parseContract({ path, text }: TemplateFile): Reading<LayoutContract | undefined> {
  const { value: document, diagnostics } = parseYaml({ path, text })
  if (!document) return { value: undefined, diagnostics }
  const checked = checkYaml({ ...document, value: document.value ?? {} }, layoutSpec)
  return { value: checked.value, diagnostics: [...diagnostics, ...checked.diagnostics] }
}
