import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, isAbsolute, join } from 'node:path'
import { fileOf, mediaTypeOf } from '../../model/source-file.ts'
import { publicFolder } from '../pictures.ts'
import type { Project } from '../project.ts'

/** The content of a file as an address; undefined where there is no such file, or none that a page shows. */
export function dataOf(path: string, content?: Buffer): string | undefined {
  const type = mediaTypeOf(path)
  if (type === undefined || (content === undefined && !existsSync(path))) return undefined
  return `data:${type};base64,${(content ?? readFileSync(path)).toString('base64')}`
}

type Folders = Pick<Project, 'root' | 'engine'>

/** The file that a sheet names: from public/ with a slash, beside the sheet, or in a package. */
function fileNamed(address: string, folder: string, { root, engine }: Folders): string | undefined {
  const path = fileOf(address)
  if (path.startsWith('/')) return join(root, publicFolder, path)
  const beside = join(folder, path)
  if (existsSync(beside) || !/^[@\w]/.test(path)) return beside
  const packages = createRequire(join(engine, 'package.json')).resolve.paths(path) ?? []
  return packages.map((each) => join(each, path)).find((file) => existsSync(file))
}

const imports = /@import\s+(?:url\()?\s*(?:"([^"]+)"|'([^']+)')\s*\)?\s*([^;]*);/g
const urls = /url\(\s*(["']?)(?!data:|#)([^)"']+)\1\s*\)/g

/**
 * A style sheet with those that it imports in their places, each for its media, and its fonts and pictures as data, so that it
 * needs no file; `folder` is where it stands. What is not there stays an address.
 */
export function flatSheet(text: string, folder: string, folders: Folders, files?: ReadonlyMap<string, Buffer>): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll('\r\n', '\n')
    .replace(/@charset "[^"]*";/i, '')
    .replace(urls, (whole, _, address: string) => {
      const path = files ? fileOf(address) : fileNamed(address, folder, folders)
      const data = path === undefined ? undefined : dataOf(path, files?.get(path))
      return data === undefined ? whole : `url("${data}")`
    })
    .replace(imports, (_, double: string | undefined, single: string | undefined, media: string) => {
      const name = double ?? single ?? ''
      const path = isAbsolute(name) ? name : join(folder, name)
      if (!existsSync(path)) return ''
      const inner = flatSheet(readFileSync(path, 'utf8'), dirname(path), folders).trim()
      return media.trim() === '' ? `${inner}\n` : `@media ${media.trim()} {\n${inner}\n}\n`
    })
}
