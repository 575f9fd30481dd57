import { zipOf } from '../../workbook/zip-writer.ts'
import { declaration, element, namespaces } from './xml.ts'

/** What one part names of another: the last word of the relationship's type, and a path in the package or an address. */
export interface Relation {
  readonly type: string
  readonly target: string
  readonly external?: true
}

/** A part under construction: its relationships are numbered as they are asked for. */
export interface PartRelations {
  /** The id of a relationship, the same for the same target. */
  readonly idOf: (relation: Relation) => string
  readonly xml: () => string | undefined
}

/** The parts of an Office file, in the order in which they are added. */
export interface OfficePackage {
  readonly add: (path: string, content: string | Buffer, type: string, relations?: PartRelations) => void
  /** Relationships of the package itself. */
  readonly addRelations: (path: string, relations: PartRelations) => void
  readonly file: () => Buffer
}

const typeOf = (type: string): string => (type.includes('://') ? type : `${namespaces.relations}/${type}`)

/** The way from the folder of one part to another: "../charts/chart1.xml". */
function relativePath(from: string, to: string): string {
  const [own, other] = [from.split('/').slice(0, -1), to.split('/')]
  const isApart = own.findIndex((folder, index) => folder !== other[index])
  const common = isApart === -1 ? own.length : isApart
  return [...own.slice(common).map(() => '..'), ...other.slice(common)].join('/')
}

/** The relationships of the part at `path`; "" is the package itself. */
export function partRelations(path: string): PartRelations {
  const ids = new Map<string, string>()
  const relations: string[] = []
  return {
    idOf({ type, target, external }) {
      const key = `${type}\n${target}`
      const known = ids.get(key)
      if (known !== undefined) return known
      const id = `rId${ids.size + 1}`
      ids.set(key, id)
      relations.push(
        element('Relationship', {
          Id: id,
          Type: typeOf(type),
          Target: external ? target : relativePath(path, target),
          TargetMode: external && 'External',
        }),
      )
      return id
    },
    xml: () =>
      relations.length === 0
        ? undefined
        : `${declaration}${element('Relationships', { xmlns: `${namespaces.packages}/relationships` }, relations.join(''))}`,
  }
}

const relationsPath = (path: string): string => path.replace(/([^/]*)$/, '_rels/$1.rels')

/** Types of content by the ending of a file; the others are named part by part. */
const endings: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** An empty package: the same parts make the same bytes. */
export function officePackage(): OfficePackage {
  const parts = new Map<string, string | Buffer>()
  const types: string[] = []
  const used = new Set<string>()
  return {
    add(path, content, type, relations) {
      parts.set(path, content)
      const ending = /[^.]*$/.exec(path)?.[0] ?? ''
      if (type === '') used.add(ending)
      else types.push(element('Override', { PartName: `/${path}`, ContentType: type }))
      const xml = relations?.xml()
      if (xml !== undefined) parts.set(relationsPath(path), xml)
    },
    addRelations: (path, relations) => void parts.set(path, relations.xml() ?? ''),
    file() {
      const defaults = [
        ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
        ['xml', 'application/xml'],
        ...Object.entries(endings).filter(([ending]) => used.has(ending)),
      ].map(([ending, type]) => element('Default', { Extension: ending, ContentType: type }))
      const content = element(
        'Types',
        { xmlns: `${namespaces.packages}/content-types` },
        [...defaults, ...types].join(''),
      )
      return zipOf({ '[Content_Types].xml': `${declaration}${content}`, ...Object.fromEntries(parts) })
    },
  }
}
