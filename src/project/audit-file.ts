import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { auditText } from '../audit/audit.ts'
import { formatTextReport } from '../audit/text-report.ts'
import { compileData } from '../compiler/compile.ts'
import { en } from '../language/en.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Project } from './project.ts'
import { sourceReader } from './read.ts'

interface AuditedFile {
  readonly report: string
  readonly diagnostics: readonly Diagnostic[]
  /** How many numbers were compared with anything. */
  readonly checked: number
}

/** Audits a text file; with the data of the deck in the project's folder, where there is one without errors. */
export async function auditFile(
  file: string,
  { cwd, project, all }: { readonly cwd: string; readonly project: Project; readonly all?: boolean },
): Promise<AuditedFile> {
  const text = readFileSync(resolve(cwd, file), 'utf8')
  const { files } = await sourceReader(project).read()
  const own = compileData(files)
  const known = own ? { ...own, deckDate: own.data.config.date } : {}
  const { claims } = own?.data.config.language ?? en
  const audit = auditText({ path: file, text, claims, ...known })
  return {
    report: formatTextReport(audit, { all: all === true }),
    diagnostics: audit.diagnostics,
    checked: audit.counts.bound,
  }
}
